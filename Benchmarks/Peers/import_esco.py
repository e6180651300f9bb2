"""import_esco.py DB FILE...: the same import of an ESCO release, written with pandas and sqlite3.

The tables and the counts are those of Benchmarks/Floors/escofloor.c. It is what a careful analyst would
write: columns are read as text, work is done by whole columns where pandas can, rows are inserted by
executemany in one transaction, and indexes are built at the end.
"""
import os
import sqlite3
import sys

import pandas as pd

STRUCTURE = {"skills", "occupations", "member-skills", "member-occupations", "skills-hierarchy",
             "isced-f", "isco"}
database, *paths = sys.argv[1:]
for end in ("", "-wal", "-shm"):
    if os.path.exists(database + end):
        os.unlink(database + end)
db = sqlite3.connect(database, isolation_level=None)
db.executescript("""
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;
    CREATE TABLE node (id INTEGER PRIMARY KEY, uri TEXT NOT NULL, kind INT NOT NULL);
    CREATE TABLE label (id INTEGER PRIMARY KEY, node INT NOT NULL, position INT NOT NULL,
      text TEXT NOT NULL);
    CREATE TABLE note (node INT NOT NULL, text TEXT NOT NULL);
    CREATE TABLE edge (src INT NOT NULL, dst INT NOT NULL, kind INT NOT NULL,
      PRIMARY KEY (src, dst, kind)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (text, content = '',
      tokenize = 'unicode61 remove_diacritics 2')
    """)
tables = [pd.read_csv(path, dtype=str, keep_default_na=False) for path in paths]
nodes, labels, notes, edges = {}, [], [], []


def last(uri):
    return uri[uri.rfind("/") + 1:]


def node(uri, kind):
    return nodes.setdefault(last(uri), (len(nodes) + 1, uri, kind))[0]


concepts = [t for t in tables
            if {"conceptType", "conceptUri", "preferredLabel"} <= set(t.columns)
            and "broaderConceptUri" not in t.columns]
for table in concepts:
    is_isco = table["conceptType"].iloc[0] == "ISCOGroup"
    ids = [node(uri, 1) for uri in table["conceptUri"]]
    if is_isco:
        continue
    codes = table["code"] if "code" in table.columns else [""] * len(table)
    for i, title, alternatives, code in zip(ids, table["preferredLabel"], table["altLabels"], codes):
        texts = [title] + [t for t in alternatives.split("\n") if t and t != title]
        if code:
            texts.append(code)
        labels.extend((i, position, text) for position, text in enumerate(texts))
    for column in ("description", "definition", "scopeNote"):
        if column in table.columns:
            notes.extend((i, text) for i, text in zip(ids, table[column]) if text)
    if "iscoGroup" in table.columns:
        edges.extend((i, nodes["C" + group][0], 5) for i, group in zip(ids, table["iscoGroup"]))
    schemes = table["inScheme"].str.split(r"[,\s]+", regex=True)
    for i, uris in zip(ids, schemes):
        edges.extend((i, node(uri, 3), 4) for uri in uris if uri and last(uri) not in STRUCTURE)

dangling = 0
for table in tables:
    columns = set(table.columns)
    if "broaderUri" in columns:
        start, end, kinds = "conceptUri", "broaderUri", [3] * len(table)
    elif "occupationUri" in columns:
        start, end, kinds = "occupationUri", "skillUri", table["relationType"].str[0].map(ord)
    elif "originalSkillUri" in columns:
        start, end = "originalSkillUri", "relatedSkillUri"
        kinds = table["relationType"].str[0].map(ord)
    else:
        continue
    numbers = {code: row[0] for code, row in nodes.items()}
    frame = pd.DataFrame({
        "src": table[start].str.rsplit("/", n=1).str[1].map(numbers),
        "dst": table[end].str.rsplit("/", n=1).str[1].map(numbers), "kind": kinds})
    known = frame.dropna().astype(int)
    dangling += len(frame) - len(known)
    edges.extend(known.itertuples(index=False, name=None))

db.execute("BEGIN IMMEDIATE")
db.executemany("INSERT INTO node VALUES (?, ?, ?)", nodes.values())
db.executemany("INSERT INTO label (node, position, text) VALUES (?, ?, ?)", labels)
db.executemany("INSERT INTO note VALUES (?, ?)", notes)
db.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?, ?)", edges)
db.execute("INSERT INTO search (rowid, text) SELECT id, text FROM label")
db.execute("CREATE UNIQUE INDEX node_uri ON node (uri)")
db.execute("CREATE INDEX label_node ON label (node, position)")
db.execute("CREATE INDEX note_node ON note (node)")
db.execute("CREATE INDEX edge_reverse ON edge (dst, kind, src)")
db.execute("COMMIT")
db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print("nodes", len(nodes), "labels", len(labels), "notes", len(notes), "edges", len(edges), "dangling",
      dangling)
