"""Drives OpenRefine by its own HTTP interface, as its pages do, and compares what it gets with the command line.

    python3 openrefine.py PASSERELLE SERVER OPENREFINE
"""

import csv
import io
import json
import random
import subprocess
import sys
import time
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

ROWS = 1000
FRAMEWORKS = {"ie-nqf": "Ireland", "de-nqf": "DE", "fr-nqf": "France", "gb-scqf": "GB-SCT", "pl-nqf": "Poland",
              "ph-pqf": "PH", "au-aqf": "Australia", "in-nsqf": "IN", "at-nqf": "Austria", "pt-nqf": "PT"}
TARGET = "DE"


class OpenRefine:
    """One OpenRefine: commands are posted as forms, with a token against forgeries."""

    def __init__(self, address):
        self.address = address

    def ask(self, command, query=None, form=None, body=None, headers=None):
        query = dict(query or {})
        if form is not None or body is not None:
            query["csrf_token"] = self.ask("get-csrf-token")["token"]
        data = body if body is not None else form and urllib.parse.urlencode(form).encode()
        url = f"{self.address}/command/core/{command}?{urllib.parse.urlencode(query)}"
        request = urllib.request.Request(url, data=data, headers=headers or {})
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read().decode()
            if "json" in answer.headers.get("Content-Type", "") or text.startswith("{"):
                value = json.loads(text)
                if value.get("code") == "error":
                    raise RuntimeError(f"{command}: {value.get('message')}")
                return value
            self.last_address = answer.geturl()
            return text

    def create(self, name, table):
        edge = "----passerelle"
        options = {"separator": ",", "headerLines": 1, "guessCellValueTypes": False, "storeBlankRows": True,
                   "trimStrings": False}
        parts = [("project-name", name), ("format", "text/line-based/*sv"), ("options", json.dumps(options))]
        body = "".join(f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                       for key, value in parts)
        body += (f'--{edge}\r\nContent-Disposition: form-data; name="project-file"; filename="titles.csv"\r\n'
                 f"Content-Type: text/csv\r\n\r\n{table}\r\n--{edge}--\r\n")
        self.ask("create-project-from-upload", {"options": json.dumps(options), "format": "text/line-based/*sv"},
                 body=body.encode(), headers={"Content-Type": f"multipart/form-data; boundary={edge}"})
        self.project = urllib.parse.parse_qs(urllib.parse.urlparse(self.last_address).query)["project"][0]

    def work(self, command, **form):
        self.ask(command, form={"project": self.project, "engine": '{"facets":[],"mode":"row-based"}', **form})
        while True:
            state = self.ask("get-processes", {"project": self.project})
            if failed := state.get("exceptions"):
                raise RuntimeError(f"{command}: {failed}")
            if not state["processes"]:
                return
            time.sleep(0.2)

    def rows(self):
        model = self.ask("get-models", {"project": self.project})
        cells = {column["name"]: column["cellIndex"] for column in model["columnModel"]["columns"]}
        answer = self.ask("get-rows", {"project": self.project, "start": 0, "limit": 10 * ROWS})
        judgements = answer["pool"]["recons"]

        def cell(row, index):
            found = dict((row["cells"] + [None] * 99)[index] or {})
            if "r" in found:
                found["r"] = judgements[found["r"]]
            return found

        return [{name: cell(row, index) for name, index in cells.items()} for row in answer["rows"]]


def wait(address):
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    sys.exit(f"nothing answers at {address}")


def passerelle(*words, lines=None):
    return subprocess.run([sys.argv[1], *words], input=lines, capture_output=True, text=True, check=True).stdout


def dirt(title, dice):
    """Spoils a title as lists of titles are spoilt; what is only spelt in another way is still the very title."""
    kind = dice.randrange(24)
    if kind < 5:
        return title.upper(), True
    if kind < 10:
        return title.lower(), True
    if kind < 15:
        return f"  {title} ", True
    if kind < 20:
        plain = unicodedata.normalize("NFD", title)
        return "".join(sign for sign in plain if not unicodedata.combining(sign)), True
    if kind == 20 and len(title) > 8:
        place = dice.randrange(3, len(title) - 3)
        return title[:place] + title[place + 1:], False
    if kind == 21 and len(title) > 8:
        place = dice.randrange(3, len(title) - 3)
        return title[:place] + title[place + 1] + title[place] + title[place + 2:], False
    if kind == 22:
        return f"{title}, 2019", False
    return title, True


def titles():
    """The titles of qualifications, with the identifier of each and the country as people write it."""
    found = []
    for framework, country in FRAMEWORKS.items():
        for row in json.loads(passerelle("list", framework, "--format", "json"))["concepts"]:
            if row["kind"] == "qualification":
                found.append((row["id"], row["title"].split(" · ")[0], country))
    return found


def main():
    server, refine = sys.argv[2], OpenRefine(sys.argv[3])
    wait(f"{server}/healthz")
    wait(f"{refine.address}/command/core/get-version")
    started = time.monotonic()
    with urllib.request.urlopen(f"{server}/reconcile", timeout=30) as answer:
        manifest = json.load(answer)
    dice = random.Random(19)
    known = titles()
    rows = []
    for _ in range(ROWS):
        identifier, title, country = dice.choice(known)
        dirty, is_same = dirt(title, dice)
        rows.append({"truth": identifier, "title": dirty, "country": country, "same": is_same})
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["title", "country"])
    writer.writerows([row["title"], row["country"]] for row in rows)
    refine.create("titles", table.getvalue())

    kind = {"id": "qualification", "name": "Qualification"}
    service = {"service": f"{server}/reconcile", "identifierSpace": manifest["identifierSpace"],
               "schemaSpace": manifest["schemaSpace"]}
    config = {"mode": "standard-service", **service, "type": kind, "autoMatch": True,
              "columnDetails": [{"column": "country", "propertyID": "country", "propertyName": "Country"}]}
    guessed = refine.ask("guess-types-of-column", form={
        "project": refine.project, "columnName": "title", "service": service["service"]})
    assert any(guess["id"] == kind["id"] for guess in guessed["types"]), guessed
    refine.work("reconcile", columnName="title", config=json.dumps(config))
    reconciled = time.monotonic()

    cells = [row["title"] for row in refine.rows()]
    assert len(cells) == ROWS
    certain = wrong = first = among = 0
    for row, cell in zip(rows, cells):
        recon = cell.get("r") or {}
        # Of a cell that is matched, OpenRefine gives the match in the place of the candidates.
        candidates = [candidate["id"] for candidate in ([recon["m"]] if recon.get("m") else recon.get("c", []))]
        first += bool(candidates) and candidates[0] == row["truth"]
        among += row["truth"] in candidates
        if recon.get("j") == "matched":
            certain += 1
            wrong += recon["m"]["id"] != row["truth"]
            assert row["same"], (row, recon)
    assert wrong == 0, f"{wrong} of {certain} automatic matches are wrong"

    # What a person would do next: take the best candidate of each of the others.
    refine.work("recon-match-best-candidates", columnName="title")
    wanted = ["reference-level", "sources", f"target:{TARGET}"]
    refine.work("extend-data", baseColumnName="title", endpoint=service["service"],
                identifierSpace=service["identifierSpace"], schemaSpace=service["schemaSpace"], columnInsertIndex="1",
                extension=json.dumps({"properties": [{"id": name, "name": name} for name in wanted]}))
    extended = time.monotonic()
    finished = refine.rows()
    assert len(finished) == ROWS, "a value was not one cell"
    names = [name for name in finished[0] if name not in ("title", "country")]
    assert len(names) == len(wanted), names

    ids = sorted({row["title"]["r"]["m"]["id"] for row in finished if (row["title"].get("r") or {}).get("m")})
    expected = said(ids)
    differing = []
    for row in finished:
        match = (row["title"].get("r") or {}).get("m")
        if match:
            got = tuple(row[name].get("v") for name in names)
            if set(got) != set(expected[match["id"]]) or None in got:
                differing.append((match["id"], got, expected[match["id"]]))
    assert not differing, differing[:3]
    assert sum(bool((row["title"].get("r") or {}).get("m")) for row in finished) > 0.9 * ROWS
    searched = check_search(rows, cells)
    refine.ask("delete-project", form={"project": refine.project})
    print(f"OpenRefine: {ROWS} titles of {len(known)}: {certain} matched by themselves, none wrongly; "
          f"the right one first for {first}, among the candidates for {among}; "
          f"{reconciled - started:.1f} s; 3 columns in {extended - reconciled:.1f} s; "
          f"{3 * len(ids)} cells and {searched} searches are the command line's")


def said(ids):
    """What the command line says of concepts, in the words of the three columns."""
    pairs = "from,to\n" + "".join(f"{id},{id}\n" for id in ids)
    levels = list(csv.DictReader(io.StringIO(passerelle("compare", "--batch", "-", lines=pairs))))
    asked = "".join(json.dumps({"id": id}) + "\n" for id in ids)
    answers = [json.loads(line) for line in passerelle(
        "equivalents", "--in", TARGET, "--batch", "-", lines=asked).splitlines()]
    assert len(levels) == len(answers) == len(ids)
    with open("Languages/en.json", encoding="utf-8") as file:
        words = json.load(file)
    found = {}
    for id, level, answer in zip(ids, levels, answers):
        targets = [match["id"] for match in answer["matches"] if match["distance"] == 0]
        for part in ("declared", "mappings", "chained", "compared"):
            targets += [mapping["id"] for mapping in answer[part]]
        near = [match["id"] for match in answer["matches"]]
        if targets:
            target = "; ".join(dict.fromkeys(targets))
        elif near:
            target = f"nothing is at the same reference level; nearest: {', '.join(near)}"
        else:
            finding = answer["subject"]["finding"]
            finding = "no-official-link" if finding == "same-reference-level" else finding
            target = "; ".join([words[f"finding.{finding}"]] + [one["reason"] for one in answer["unmatched"]])
        found[id] = (level["from level"] or "no official link", level["from source"] or "none", target)
    return found


def check_search(rows, cells):
    """Whether the search of the command line begins with what OpenRefine took by itself."""
    matched = [(row, cell) for row, cell in zip(rows, cells) if (cell.get("r") or {}).get("j") == "matched"]
    checked = random.Random(20).sample(matched, min(12, len(matched)))
    for row, cell in checked:
        words = f"{row['title'].strip()} {row['country']}"
        hits = json.loads(passerelle("search", words, "--format", "json"))["hits"]
        exact = [hit["id"] for hit in hits if hit["match"] == "exact"]
        assert cell["r"]["m"]["id"] in exact, (words, cell["r"]["m"]["id"], exact)
    return len(checked)


main()
