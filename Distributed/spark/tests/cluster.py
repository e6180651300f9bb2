"""What the tests share: a snapshot of the library, questions, a run of the program alone, and sessions of Spark."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "Distributed/spark"))
PROGRAM = os.environ.get("PASSERELLE", str(ROOT / ".build/debug/passerelle"))
DAY = ["--as-of", "2026-01-01"]
PAIRS = [("ie-nqf:8", "de-nqf:6"), ("fr-nqf:5", "pl-nqf:5"), ("xx:1", "de-nqf:1"), ("ua-nqf:4", "pl-nqf:4")]

folder = Path(tempfile.mkdtemp(prefix="passerelle-spark-"))
folder.chmod(0o755)
store = folder / "library.db"


def make_snapshot():
    environment = {**os.environ, "PASSERELLE_DATA": str(folder / "data")}
    subprocess.run([PROGRAM, "snapshot", "--quiet", str(store)], check=True, env=environment,
                   stdout=subprocess.DEVNULL)
    shutil.rmtree(folder / "data", ignore_errors=True)
    store.chmod(0o444)


def script(name, text):
    """A program of its own in place of ours."""
    path = folder / name
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return str(path)


def archive():
    """The program and its library as a cluster is sent them; in place of the archive of `make dist`, a script that
    calls the program as it was built."""
    path = folder / "passerelle.tar.gz"
    with tarfile.open(path, "w:gz") as file:
        for name, source in (("bin/passerelle", script("shipped", f'exec "{PROGRAM}" "$@"\n')), ("library.db", store)):
            file.add(source, name)
    return path


def questions(count):
    """Rows with everything in them that breaks lines and tables."""
    awkward = ["", "two\nlines", "a \"quote\", a comma", "tab\tand \\", "é ü 你好 🎓", "nul \0 here", "\r\n"]
    return [(*PAIRS[n % len(PAIRS)], n, awkward[n % len(awkward)]) for n in range(count)]


def alone(lines):
    """What one run of the program makes of all lines: the receipt, and the answers."""
    name = tempfile.mkdtemp(dir=folder)
    (Path(name) / "in").write_text("".join(line + "\n" for line in lines))
    subprocess.run(
        [PROGRAM, "compare", "--batch", f"{name}/in", "--output", f"{name}/out", "--receipt", f"{name}/receipt",
         "--store", str(store), *DAY], capture_output=True, check=False)
    return (json.loads(Path(name, "receipt").read_text()), Path(name, "out").read_text().splitlines())


def session(master, **settings):
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master(master).appName("passerelle")
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.host": "127.0.0.1", "spark.driver.memory": "1g",
                "spark.sql.shuffle.partitions": "4", "spark.local.dir": str(folder / "local"), **settings}
    for name, value in settings.items():
        builder = builder.config(name.replace("__", "."), value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark
