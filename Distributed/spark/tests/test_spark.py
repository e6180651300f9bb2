"""A batch on Spark is the batch of one run: specifications, on Spark itself.

python -m unittest discover -s Distributed/spark/tests
"""

import json
import os
import shutil
import subprocess
import time
import unittest
import uuid

import cluster
from cluster import DAY, PROGRAM, folder, script, store

from passerelle_spark import Program, ReceiptError, ask
from passerelle_spark.answers import SCHEMA, answering
from passerelle_spark.receipts import add_up

COLUMNS = "from string, to string, n long, text string"


def setUpModule():
    cluster.make_snapshot()


def tearDownModule():
    for path in folder.rglob("*"):
        os.chmod(path, 0o755)
    shutil.rmtree(folder)


def place():
    return str(folder / uuid.uuid4().hex)


class OnCluster:
    """What holds on one machine and on several."""

    spark = None
    program = None

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def rows(self, count):
        return self.spark.createDataFrame(cluster.questions(count), COLUMNS)

    def test_any_number_of_parts_in_any_order_is_the_batch_of_one_run(self):
        from pyspark.sql import functions as F

        lines = [row.question for row in self.rows(500).select(
            F.to_json(F.struct("*")).alias("question")).collect()]
        receipt, answers = cluster.alone(lines)
        for parts, rows in ((1, self.rows(500)), (7, self.rows(500)), (64, self.rows(500).orderBy(F.rand(7)))):
            with self.subTest(parts=parts):
                found = ask(rows, self.program, "compare", DAY, path=place(), partitions=parts)
                self.assertEqual(found.receipt["parts"], parts)
                for side in ("input", "output"):
                    self.assertEqual(found.receipt[side], receipt[side])
                self.assertEqual(sorted(row.answer for row in found.rows.collect()), sorted(answers))


class OnOneMachine(OnCluster, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = cluster.session("local[2,4]")
        cls.program = Program(PROGRAM, str(store))

    def lines(self, texts, parts=1):
        return self.spark.createDataFrame([(text,) for text in texts], "question string").repartition(parts)

    def ask(self, rows, program=None, options=DAY):
        return ask(rows, program or self.program, "compare", options, path=place())

    def test_poison_rows_are_answered_with_a_reason_and_end_nothing(self):
        poison = ["no JSON", "{", "[1]", "", "  ", "two\nlines", "\r", "null", '"text"', '{"from":1}', None,
                  '{"from":"ie-nqf:8","to":"de-nqf:6"}']
        found = self.ask(self.lines(poison, 3))

        answers = [json.loads(row.answer) for row in found.rows.collect()]
        self.assertEqual(len(answers), len(poison))
        self.assertEqual(sum(answer["finding"] == "error" for answer in answers), len(poison) - 1)

    def test_a_part_of_nothing_but_poison_is_no_table(self):
        found = self.ask(self.lines(["from,to", "a;b", None]).coalesce(1))

        self.assertEqual([json.loads(row.answer)["finding"] for row in found.rows.collect()], ["error"] * 3)

    def test_a_field_of_a_megabyte_comes_back_whole(self):
        text = "x" * 1_000_000
        rows = self.spark.createDataFrame([("ie-nqf:8", "de-nqf:6", text)] * 3, "from string, to string, text string")

        for row in self.ask(rows).rows.collect():
            self.assertEqual(json.loads(row.answer)["row"]["text"], text)

    def test_a_child_that_is_killed_is_tried_again(self):
        mark = place()
        killed = script("killed", f'''
            if mkdir "{mark}" 2>/dev/null; then
              "{PROGRAM}" "$@" & child=$!; sleep 0.2; kill -9 $child; wait $child
            fi
            exec "{PROGRAM}" "$@"
            ''')
        # A process in the background has no standard input: it is killed before it has read a row.
        rows = self.rows(200).repartition(3)
        found = self.ask(rows, Program(killed, str(store), local=PROGRAM))

        self.assertTrue(os.path.isdir(mark))
        self.assertEqual(found.receipt["output"], self.ask(rows).receipt["output"])

    def test_a_child_that_dies_in_the_middle_is_tried_again(self):
        mark = place()
        dying = script("dying", f'''
            if mkdir "{mark}" 2>/dev/null; then head -c 2000 | "{PROGRAM}" "$@"; kill -9 $$; fi
            exec "{PROGRAM}" "$@"
            ''')
        rows = self.rows(200).repartition(2)
        found = self.ask(rows, Program(dying, str(store), local=PROGRAM))

        self.assertTrue(os.path.isdir(mark))
        self.assertEqual(found.receipt["output"], self.ask(rows).receipt["output"])

    def test_a_child_that_loses_or_doubles_or_mixes_rows_fails_the_job(self):
        for name, filter in (("lost", "sed 5d"), ("doubled", "sed 5p"), ("mixed", "tac"), ("cut", "head -n 9")):
            with self.subTest(name):
                lying = script(name, f'"{PROGRAM}" "$@" | {filter}\n')
                with self.assertRaisesRegex(Exception, "answer|rows without|receipt"):
                    self.ask(self.rows(20).coalesce(1), Program(lying, str(store), local=PROGRAM))

    def test_what_the_program_says_is_in_the_error(self):
        with self.assertRaisesRegex(Exception, "'never' is not a date"):
            self.ask(self.rows(5), options=["--as-of", "never"])

    def test_an_error_above_fails_the_job_and_hangs_nothing(self):
        def fail(batches):
            for number, batch in enumerate(batches):
                yield batch
                raise ValueError("above")

        begin = time.monotonic()
        with self.assertRaisesRegex(Exception, "above"):
            self.ask(self.rows(50).mapInArrow(fail, COLUMNS))
        self.assertLess(time.monotonic() - begin, 120)

    def test_no_child_is_left_if_few_rows_are_wanted(self):
        rows = self.lines(['{"from":"ie-nqf:8","to":"de-nqf:6"}'] * 20_000)
        run = answering(self.program, "compare", [*DAY, "--purpose", "work", "--language", "en"], 1)
        self.assertEqual(rows.mapInArrow(run, SCHEMA).limit(3).count(), 3)
        for _ in range(100):
            left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
            left = [line for line in left.splitlines() if str(store) in line]
            if not left:
                break
            time.sleep(0.1)
        self.assertEqual(left, [])

    def test_parts_without_rows_have_receipts_too(self):
        found = ask(self.rows(2), self.program, "compare", DAY, path=place(), partitions=6)

        self.assertEqual((found.receipt["receipts"], found.receipt["input"]["rows"]), (6, 2))

    def test_another_library_in_one_part_is_known(self):
        path = place()
        ask(self.rows(4), self.program, "compare", DAY, path=path, partitions=2)
        written = self.spark.read.parquet(path)
        receipts = [row.receipt for row in written.where("receipt IS NOT NULL").collect()]
        other = json.loads(receipts[1]) | {"graph": "0" * 64}

        with self.assertRaisesRegex(ReceiptError, "another state of the sources"):
            add_up([receipts[0], json.dumps(other)], self.program, answered=4)
        with self.assertRaisesRegex(ReceiptError, "parts without a receipt"):
            add_up(receipts[:1], self.program, answered=2)
        with self.assertRaisesRegex(ReceiptError, "answers written: 3"):
            add_up(receipts, self.program, answered=3)

    @unittest.skipUnless(os.getuid() == 0, "only root may become another user")
    def test_another_user_without_a_home_reads_a_library_that_it_may_not_write(self):
        other = script(
            "other", f'''
            # The receipt is in a folder of the worker: it is written for the other user, and handed back.
            for word; do [ "$last" != --receipt ] || receipt=$word; last=$word; done
            chmod 777 "$(dirname "$receipt")"
            exec setpriv --reuid=65534 --regid=65534 --clear-groups env -u HOME "{PROGRAM}" "$@"
            ''')
        rows = self.rows(20).coalesce(1)
        found = self.ask(rows, Program(other, str(store), local=PROGRAM))

        self.assertEqual(found.receipt["output"], self.ask(rows).receipt["output"])


class OnTwoMachines(OnCluster, unittest.TestCase):
    """Executors that are processes of their own, to which the program and the library are sent."""

    @classmethod
    def setUpClass(cls):
        cls.spark = cluster.session(
            "local-cluster[2,1,1024]", spark__archives=f"{cluster.archive()}#passerelle",
            spark__speculation="true", spark__speculation__interval="100ms", spark__speculation__multiplier="1.1",
            spark__speculation__quantile="0.3", spark__executor__memory="1g")
        cls.program = Program("passerelle/bin/passerelle", "passerelle/library.db", local=PROGRAM)

    def test_a_part_that_is_done_twice_counts_once(self):
        # The first run of one part is slow, so that Spark begins a second one elsewhere.
        slow = folder / "slow"
        text = f'''
            case "$*" in *"--shard 3/6"*) mkdir "{slow}" 2>/dev/null && sleep 20;; esac
            exec "{PROGRAM}" "$@"
            '''
        rows = self.rows(120)
        found = ask(rows, Program(script("slowly", text), str(store), local=PROGRAM), "compare", DAY,
                    path=place(), partitions=6)

        self.assertTrue(slow.is_dir())
        usual = ask(rows, self.program, "compare", DAY, path=place(), partitions=6)
        self.assertEqual(found.receipt["output"], usual.receipt["output"])


if __name__ == "__main__":
    unittest.main()
