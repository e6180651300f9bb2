"""How batches scale: strong (the same rows on more cores) and weak (as many rows for each core), beside the program
alone and beside `xargs -P`.

scaling.py ROWS
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import cluster
from cluster import DAY, PROGRAM, folder, store

from passerelle_spark import Program, ask

ROWS = int(sys.argv[1])


def pairs(count):
    """Different pairs of levels and qualifications, and a number, so that no two rows are alike."""
    listed = subprocess.run([PROGRAM, "list", "--format", "json", "--store", str(store)], capture_output=True,
                            text=True, check=True)
    ids = []
    for framework in json.loads(listed.stdout)["frameworks"]:
        if framework["kind"] == "qualifications-framework":
            rows = subprocess.run([PROGRAM, "list", framework["id"], "--format", "json", "--store", str(store)],
                                  capture_output=True, text=True, check=True)
            ids += [row["id"] for row in json.loads(rows.stdout)["concepts"]]
    for number in range(count):
        yield {"from": ids[number % len(ids)], "to": ids[number * 7919 // len(ids) % len(ids)], "n": number}


def alone(path, jobs):
    begin = time.monotonic()
    subprocess.run([PROGRAM, "compare", "--batch", path, "--output", f"{path}.out", "--receipt", f"{path}.receipt",
                    "--jobs", str(jobs), "--store", str(store), *DAY], check=False, capture_output=True)
    return time.monotonic() - begin


def xargs(path, parts, jobs):
    begin = time.monotonic()
    call = f"""
      seq {parts} | xargs -P {jobs} -I{{}} {PROGRAM} compare --batch {path} --shard {{}}/{parts} --jobs 1 --quiet \\
        --output {path}.part-{{}} --receipt {folder}/receipts/{{}}.json --store {store} {' '.join(DAY)} 2>/dev/null
      {PROGRAM} receipts {folder}/receipts --input {path} >/dev/null
      """
    (folder / "receipts").mkdir(exist_ok=True)
    result = subprocess.run(["sh", "-c", call], check=False)
    assert result.returncode == 0, "the receipts do not add up"
    spent = time.monotonic() - begin
    shutil.rmtree(folder / "receipts")
    return spent


def spark(path, master, parts):
    session = cluster.session(master)
    program = Program(PROGRAM, str(store))
    # The first job also starts what later ones find running.
    ask(session.read.text(path).limit(10).toDF("question"), program, "compare", DAY, path=f"{path}.warm{time.time_ns()}")
    begin = time.monotonic()
    found = ask(session.read.text(path).toDF("question"), program, "compare", DAY,
                path=f"{path}.spark{time.time_ns()}", partitions=parts)
    spent = time.monotonic() - begin
    session.stop()
    return spent, found.receipt


def line(name, rows, cores, spent, base=None):
    rate = rows / spent
    efficiency = f"{100 * base / (spent * cores):.0f} %" if base else ""
    print(f"| {name} | {rows:,} | {cores} | {spent:.1f} s | {rate:,.0f} | {efficiency} |", flush=True)
    return spent


def main():
    cluster.make_snapshot()
    files = {}
    for rows in (ROWS // 2, ROWS):
        files[rows] = str(folder / f"{rows}.jsonl")
        with open(files[rows], "w", encoding="utf-8") as file:
            for pair in pairs(rows):
                file.write(json.dumps(pair) + "\n")
    whole, half = files[ROWS], files[ROWS // 2]
    print("| how | rows | cores | time | rows/s | efficiency |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    one = line("alone, `--jobs 1`", ROWS, 1, alone(whole, 1))
    line("alone, `--jobs 2`", ROWS, 2, alone(whole, 2), one)
    receipt = json.loads(Path(whole + ".receipt").read_text())
    for parts in (2, 16):
        line(f"`xargs -P 2`, {parts} parts", ROWS, 2, xargs(whole, parts, 2), one)
    spark_one = None
    for master, cores in (("local[1]", 1), ("local[2]", 2), ("local-cluster[2,1,1024]", 2)):
        for parts in (2, 16):
            spent, found = spark(whole, master, parts)
            assert found["output"] == receipt["output"], "other answers than one run"
            line(f"Spark, `{master}`, {parts} parts", ROWS, cores, spent, one)
    spent, _ = spark(half, "local[1]", 2)
    line("Spark, weak: half of the rows, `local[1]`", ROWS // 2, 1, spent)
    begin = time.monotonic()
    subprocess.run([PROGRAM, "compare", "--batch", "-", "--shard", "1/2", "--store", str(store)], input=b"", check=True)
    print(f"\nan empty part costs {time.monotonic() - begin:.3f} s; Python {sys.version.split()[0]}, cores: {os.cpu_count()}")
    shutil.rmtree(folder)


main()
