"""The answers of a DataFrame, and the receipts that prove them."""

import json
import os
import tempfile
from dataclasses import dataclass

from .child import Child, one_line
from .receipts import add_up

SCHEMA = "question string, answer string, receipt string"
ROWS, BYTES = 5_000, 8 << 20


@dataclass(frozen=True)
class Answers:
    """What was answered.

    rows: A DataFrame with `question`, as it was asked, and `answer`: objects of JSON.
    receipt: What the receipts of all parts add up to.
    """

    rows: object
    receipt: dict


def ask(questions, program, command, options=(), *, path, partitions=None):
    """Answers every row of a DataFrame, and writes questions with their answers.

    Parameters:
        questions: A DataFrame whose columns are those that the command needs (`from` and `to` of `compare`), and
            any others: each row becomes an object of JSON. A single column `question` is taken to be JSON already.
        program: A `Program`.
        command: `compare`, `equivalents` or `assess`.
        options: Options of the command, such as `--as-of 2026-01-01`. Name the day: a job may pass midnight.
        path: Where the answers are written (Parquet). Spark commits each part once, with its receipt, whatever was
            tried again or done twice.
        partitions: How many parts to cut the rows into; `None` to leave them as they are.

    Raises `ReceiptError` if a row was lost, doubled, or answered by another library, version or question.
    """
    from pyspark.sql import functions as F

    if questions.columns != ["question"]:
        questions = questions.select(F.to_json(F.struct("*")).alias("question"))
    if partitions is not None:
        questions = questions.repartition(partitions)
    parts = questions.rdd.getNumPartitions()
    run = answering(program, command, list(options), parts)
    questions.mapInArrow(run, SCHEMA).write.mode("errorifexists").parquet(path)
    written = questions.sparkSession.read.parquet(path)
    receipts = [row.receipt for row in written.where("receipt IS NOT NULL").select("receipt").collect()]
    rows = written.where("receipt IS NULL").select("question", "answer")
    return Answers(rows, add_up(receipts, program, answered=rows.count()))


def answering(program, command, options, parts):
    """The function that answers a part: batches of rows in, batches of rows out, and the receipt last.

    It is sent to the workers whole, so that this package need not be installed there.
    """
    import passerelle_spark
    from pyspark import cloudpickle

    cloudpickle.register_pickle_by_value(passerelle_spark)

    def run(batches):
        import pyarrow as pa
        from pyspark import TaskContext

        def batch(rows, receipt=None):
            columns = list(zip(*rows)) if rows else [[None], [None]]
            return pa.RecordBatch.from_arrays(
                [pa.array(columns[0], pa.string()), pa.array(columns[1], pa.string()),
                 pa.array([receipt] * len(columns[0]), pa.string())], ["question", "answer", "receipt"])

        lines = (one_line(value.as_py()) for rows in batches for value in rows.column(0))
        shard = f"{TaskContext.get().partitionId() + 1}/{parts}"
        with tempfile.TemporaryDirectory(prefix="passerelle-") as folder:
            receipt = os.path.join(folder, "receipt.json")
            child = Child(program.call(command, options, shard, receipt), program.environment, receipt)
            rows, size = [], 0
            for line, answer in child.answers(lines):
                rows.append((line, answer))
                size += len(line) + len(answer)
                if len(rows) >= ROWS or size >= BYTES:
                    yield batch(rows)
                    rows, size = [], 0
            if rows:
                yield batch(rows)
            yield batch([], json.dumps(child.receipt))

    return run
