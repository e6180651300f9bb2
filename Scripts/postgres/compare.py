"""Compares what the views of PostgreSQL answer with what the program answers, over many pairs.

compare.py PROGRAM PSQL FOLDER
"""

import collections
import csv
import io
import json
import random
import subprocess
import sys
import time
from pathlib import Path

PROGRAM, PSQL, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
DAYS = ["2026-01-01", "2015-06-30"]
PAIRS, PLACES = 1000, 200


def sql(text, given=""):
    """The rows that a query gives."""
    result = subprocess.run(
        [PSQL, "-q", "-X", "-v", "ON_ERROR_STOP=1", "--csv", "-t", "-c", text],
        input=given, capture_output=True, text=True, check=True)
    return list(csv.reader(io.StringIO(result.stdout)))


def ours(command, questions, day):
    """What the program answers to each question, as an object of JSON."""
    path = FOLDER / "questions.jsonl"
    path.write_text("".join(json.dumps(question) + "\n" for question in questions))
    result = subprocess.run(
        [PROGRAM, command, "--batch", str(path), "--as-of", day], capture_output=True, text=True)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(answers) == len(questions), result.stderr
    return answers


def questions(columns, rows):
    """A table of questions, for a query."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    sql(f"DROP TABLE IF EXISTS asked; CREATE UNLOGGED TABLE asked ({columns})")
    subprocess.run(
        [PSQL, "-q", "-X", "-v", "ON_ERROR_STOP=1", "-c", "COPY asked FROM STDIN WITH (FORMAT csv)"],
        input=text.getvalue(), text=True, check=True)


def compare_pairs(chance, day):
    things = [row[0] for row in sql(
        "SELECT id FROM passerelle.concept WHERE kind IN ('level', 'qualification') ORDER BY id COLLATE \"C\"")]
    stated = sql(
        "SELECT subject, object FROM passerelle.link JOIN passerelle.concept a ON a.id = subject "
        "JOIN passerelle.concept b ON b.id = object WHERE a.kind IN ('level', 'qualification') "
        "AND b.kind IN ('level', 'qualification') AND relation IN ('declaredEquivalent', 'notUsable', "
        "'noneAgreed', 'supersedes', 'comparedTo') ORDER BY 1, 2 LIMIT 400")
    levels = [row[0] for row in sql(
        "SELECT id FROM passerelle.concept WHERE kind = 'level' ORDER BY id COLLATE \"C\"")]
    pairs = [tuple(row) for row in stated] + [(b, a) for a, b in stated]
    trials = [thing for thing in things if thing.startswith("trial-")]
    pairs += [tuple(chance.sample(trials, 2)) for _ in range(PAIRS)]
    pairs += [tuple(chance.sample(things, 2)) for _ in range(PAIRS // 2)]
    pairs += [tuple(chance.sample(levels, 2)) for _ in range(PAIRS // 2)]
    questions("n serial, first text, second text", [(i, a, b) for i, (a, b) in enumerate(pairs)])
    begin = time.monotonic()
    theirs = sql(
        "SELECT finding, reference, first_status, array_to_json(first_levels), second_status, "
        "array_to_json(second_levels) FROM asked, passerelle.compare(first, second) ORDER BY n")
    spent = time.monotonic() - begin
    answers = ours("compare", [{"from": a, "to": b} for a, b in pairs], day)
    findings, wrong = collections.Counter(), []
    for pair, answer, row in zip(pairs, answers, theirs, strict=True):
        if answer["finding"] == "error":
            continue
        reference = answer["referenceFramework"]
        findings[answer["finding"]] += 1
        same = (row[0], row[1] or None) == (answer["finding"], reference)
        for item, status, cell in zip(answer["items"], row[2::2], row[3::2], strict=True):
            # Of sources that disagree, or say that there is no level, the view names none.
            if status in ("levels", "compared"):
                codes = [level.split(":", 1)[1] for level in json.loads(cell)]
                same = same and sorted(codes) == sorted(item["referenceLevels"])
        if not same:
            wrong.append((pair, row, answer["finding"], reference))
    return findings, wrong, spent


def equivalents(chance, day):
    placed = [row[0] for row in sql("SELECT DISTINCT concept FROM passerelle.placement ORDER BY 1")]
    frameworks = [row[0] for row in sql(
        "SELECT DISTINCT publication FROM passerelle.concept WHERE kind = 'level' ORDER BY 1")]
    pairs = [(chance.choice(placed), chance.choice(frameworks)) for _ in range(PLACES)]
    trials = [[name for name in names if name.startswith("trial-")] for names in (placed, frameworks)]
    pairs += [tuple(map(chance.choice, trials)) for _ in range(PLACES)]
    questions("n serial, concept text, framework text", [(i, a, b) for i, (a, b) in enumerate(pairs)])
    begin = time.monotonic()
    rows = sql(
        "SELECT n, equivalent, e.finding FROM asked JOIN passerelle.equivalent e USING (concept, framework)")
    spent = time.monotonic() - begin
    theirs = collections.defaultdict(set)
    for n, equivalent, finding in rows:
        theirs[int(n)].add((equivalent, finding))
    found, wrong = 0, []
    for n, answer in enumerate(ours("equivalents", [{"id": a, "in": b} for a, b in pairs], day)):
        if answer.get("finding") == "error":
            continue
        # Successors are no part of the view.
        own = {(match["id"], match["finding"]) for match in answer["matches"] if "since" not in match}
        found += len(own)
        if own != theirs[n]:
            wrong.append((pairs[n], own ^ theirs[n]))
    return found, wrong, spent


def main():
    chance = random.Random(21)
    counts = sql(
        "SELECT (SELECT count(*) FROM passerelle.concept), (SELECT count(*) FROM passerelle.link), "
        "(SELECT count(*) FROM passerelle.placement)")[0]
    print("concepts: {}, links: {}, placements: {}".format(*counts))
    failed = 0
    for day in DAYS:
        sql(f"SELECT passerelle.ask('{day}')")
        findings, wrong, spent = compare_pairs(chance, day)
        total = sum(findings.values())
        print(f"{day}: compare, pairs: {total}, others than ours: {len(wrong)}; {spent * 1000 / total:.2f} ms a pair; "
              + ", ".join(f"{name} {count}" for name, count in findings.most_common()))
        found, others, spent = equivalents(chance, day)
        print(f"{day}: equivalents, questions: {2 * PLACES}, found: {found}, others than ours: {len(others)}; {spent:.2f} s")
        for line in (wrong + others)[:8]:
            print("  ", line)
        failed += len(wrong) + len(others)
    sys.exit(1 if failed else 0)


main()
