#!/usr/bin/env python3
"""Compares what the readers make of files with what other parsers make of them: the same, or a refusal with a name.

Usage: Scripts/differential.py PROGRAM FOLDER…
PROGRAM is the one that Scripts/fuzz.sh builds. XML is read by expat, YAML by PyYAML, CSV by Python's csv, Turtle and
N-Triples by rdflib. Prints a table of format and outcome; the exit code is 1 if something is read otherwise.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.parsers.expat
from collections import Counter

# A field may be as long as a row of ours.
csv.field_size_limit(4 << 20)

try:
    import yaml
except ImportError:
    yaml = None
try:
    import logging

    import rdflib

    logging.disable(logging.CRITICAL)
    # A literal is what stands there.
    rdflib.NORMALIZE_LITERALS = False
except ImportError:
    rdflib = None


def decoded(data):
    """The text of a file: a byte order mark says how it is written."""
    return data.decode("utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8-sig")


def reason(error):
    """Why another parser does not read a file, without what is of this file alone."""
    words = str(getattr(error, "problem", None) or error).split("\n")[0] or type(error).__name__
    return re.sub(r"'[^']*'|\"[^\"]*\"|b'.*|\d+", "…", re.sub(r": line \d+, column \d+|^at line \d+ of <>:", "", words))[:70].strip()


def xml_tree(data):
    """Elements with their attributes, their text without white space, and the elements below; names are local."""
    parser = xml.parsers.expat.ParserCreate(namespace_separator="\x01")
    parser.buffer_text = True
    root, stack = [], []
    stack.append(root)

    def local(name):
        return name.rsplit("\x01", 1)[-1]

    def start(name, attributes):
        node = ["element", local(name), sorted([local(key), value] for key, value in attributes.items()), []]
        stack[-1].append(node) if stack[-1] is root else stack[-1][3].append(node)
        stack.append(node)

    def text(run):
        content = stack[-1][3]
        if content and isinstance(content[-1], str):
            content[-1] += run
        else:
            content.append(run)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    parser.CharacterDataHandler = text
    parser.Parse(data, True)

    def tidy(node):
        text = "".join(part for part in node[3] if isinstance(part, str))
        return [node[1], node[2], "".join(text.split()), [tidy(part) for part in node[3] if isinstance(part, list)]]

    return tidy(root[0])


def own_xml(node):
    _, name, text, children = node
    attributes = sorted([child[1].rsplit(":", 1)[-1], child[2]] for child in children if child[0] == "attribute")
    return [name, attributes, "".join(text.split()), [own_xml(child) for child in children if child[0] == "element"]]


def yaml_tree(data):
    def tree(node):
        if isinstance(node, yaml.MappingNode):
            return ["mapping", [[key.value, tree(value)] for key, value in node.value]]
        if isinstance(node, yaml.SequenceNode):
            return ["sequence", [tree(item) for item in node.value]]
        return node.value

    return tree(yaml.compose(decoded(data), Loader=yaml.SafeLoader))


def own_yaml(node):
    kind, _, text, children = node
    if kind == "mapping":
        return ["mapping", [[child[1], own_yaml(child)] for child in children]]
    return ["sequence", [own_yaml(child) for child in children]] if kind == "sequence" else text


def csv_trees(data):
    """The rows by each separator: which one it is, the header decides, and is no question of syntax."""
    text = decoded(data)
    # Comment lines say where the table comes from.
    text = re.sub(r"\A(?:[\r\n]*#[^\r\n]*(?:\r\n|\r|\n))*", "", text)
    trees, refusal = [], None
    for separator in ",;\t":
        try:
            rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True) if row]
            trees.append(tidy_rows(rows))
        except csv.Error as error:
            refusal = refusal or error
    return trees, refusal


def tidy_rows(rows):
    """White space in the names of columns is one space; a spreadsheet's apostrophe before a number is none."""
    rows = [[re.sub(r"^'(?=[-+0-9.])", "", cell) for cell in row] for row in rows]
    return [[" ".join(cell.split()) for cell in row] for row in rows[:1]] + rows[1:]


def rdf_tree(data, form):
    graph = rdflib.Graph()
    graph.parse(data=data, format=form, publicID="http://relative.example/")
    # The adapters ask for no datatypes: what differs in them alone is one.
    triples = {(str(s), str(p), str(o), (getattr(o, "language", None) or "").lower(), isinstance(o, rdflib.Literal))
               for s, p, o in graph}
    return sorted(t[2] + "@" + t[3] for t in triples if t[4]), len(triples)


def own_rdf(triples):
    # What is said twice is one triple.
    once = {tuple(triple) for triple in triples}
    return sorted(t[2] + "@" + t[3].lower() for t in once if len(t) == 4), len(once)


def compare(name, data, tree):
    if name.endswith(".xml"):
        return xml_tree(data), own_xml(tree)
    if name.endswith(".yaml"):
        return yaml_tree(data), own_yaml(tree)
    if name.endswith(".csv"):
        own, (others, refusal) = tidy_rows(tree), csv_trees(data)
        if refusal and own not in others:
            raise refusal
        return (own if own in others else others[0]), own
    return rdf_tree(data, "turtle" if name.endswith(".ttl") else "nt"), own_rdf(tree)


def main():
    program, folders = os.path.abspath(sys.argv[1]), sys.argv[2:]
    copies = tempfile.mkdtemp(prefix="differential-")
    count = 0
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                ending = name.rsplit(".", 1)[-1].lower()
                # What a fuzzer keeps has no ending: its folder is named after the target.
                ending = {"xml": "xml", "yaml": "yaml", "yml": "yaml", "csv": "csv", "ttl": "ttl", "nt": "nt"}.get(ending) or {
                    "xml": "xml", "descriptor-xml": "xml", "yaml": "yaml", "descriptor-yaml": "yaml", "table": "csv",
                    "turtle": "ttl", "n-triples": "nt"}.get(os.path.basename(where))
                if ending and os.path.getsize(os.path.join(where, name)) < 1 << 20:
                    shutil.copy(os.path.join(where, name), os.path.join(copies, f"{count}.{ending}"))
                    count += 1
    outcomes, shown = Counter(), 0
    names = sorted(os.listdir(copies))
    for start in range(0, len(names), 200):
        done = subprocess.run([program, "--trees"] + names[start:start + 200], cwd=copies, capture_output=True, check=False)
        lines = [line for line in done.stdout.decode().split("\n") if line]
        if done.returncode != 0:
            outcomes["all", "the program ended"] += 1
            print(done.stderr[-500:].decode(errors="replace"))
        for line in lines:
            said = json.loads(line)
            name = said["file"]
            form = name.rsplit(".", 1)[-1]
            with open(os.path.join(copies, name), "rb") as file:
                data = file.read()
            if "refused" in said:
                outcomes[form, "refused with a name"] += 1
                continue
            try:
                other, own = compare(name, data, said["tree"])
            except Exception as error:  # The other parser has its own mistakes and limits.
                outcome = form, f"read by us alone; the other says: {reason(error)}"
                outcomes[outcome] += 1
                # Each kind is looked at: the first is shown.
                if outcomes[outcome] == 1:
                    print(name, data[:120], "\n  the other says:", " ".join(str(error).split())[:200])
                continue
            if other == own:
                outcomes[form, "the same"] += 1
                continue
            outcomes[form, "OTHERWISE"] += 1
            shown += 1
            if shown <= 20:
                print(name, data[:200], "\n  other:", str(other)[:300], "\n  own:  ", str(own)[:300])
                shutil.copy(os.path.join(copies, name), os.path.join(tempfile.gettempdir(), f"otherwise-{name}"))
    for (form, outcome), times in sorted(outcomes.items()):
        print(f"{form:6} {times:6}  {outcome}")
    shutil.rmtree(copies, ignore_errors=True)
    return 1 if any(outcome in ("OTHERWISE", "the program ended") for _, outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
