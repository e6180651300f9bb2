#!/usr/bin/env python3
"""Measures how the work of each command grows with valid input, and prints the exponent.

Usage: Benchmarks/Growth/growth.py PASSERELLE [--small] [--only WORD]

For each shape of input, a small library is made with 1, 10 and 100 times as many facts, and each command is
run in it. The exponent is the slope between the last two sizes, of the processor time over that of the
command in a library of two facts: 1 is work that grows as the input does, 2 with its square. Where the
largest takes less than a quarter of a second more, there is no slope to speak of.
The exit code is 1 if an exponent is above the limit.
"""

import argparse
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile

LIMIT = 1.2
NEGLIGIBLE = 0.25
PATIENCE = 120

EQF = """passerelle: 1
framework: {id: eqf, kind: meta-framework, title: {en: EQF}, source: act}
sources: {act: {title: An act, publisher: A body, date: 2017, official: true}}
levels:
""" + "".join(f'  - {{code: "{n}", title: {{en: Level {n}}}}}\n' for n in range(1, 9))


def framework(name, country="", kind="qualifications-framework", sources="  a: {title: A list, publisher: An office, date: 2020, official: true}\n"):
    place = f", country: {country}" if country else ""
    return (f"passerelle: 1\nframework: {{id: {name}, kind: {kind}{place}, title: {{en: {name}}}, source: a}}\n"
            f"sources:\n{sources}")


# Each shape gives the files of n facts; all are valid.

def levels(n):
    """Levels of two frameworks, referenced in order."""
    def one(name, country):
        return framework(name, country) + "levels:\n" + "".join(
            f'  - {{code: "{i}", title: {{en: Rung {i}}}, referencedTo: {{to: "eqf:{1 + i * 8 // n}"}}}}\n' for i in range(n))
    return {"ie-one.yaml": one("ie-one", "IE"), "fr-two.yaml": one("fr-two", "FR")}


def upside(n):
    """Levels that are referenced up and down: each is told."""
    return {"ie-one.yaml": framework("ie-one", "IE") + "levels:\n" + "".join(
        f'  - {{code: "{i}", title: {{en: Rung {i}}}, referencedTo: {{to: "eqf:{8 - i % 8}"}}}}\n' for i in range(n))}


def titles(n):
    """Qualifications of one title, all at one level."""
    return {"ie-one.yaml": framework("ie-one", "IE") + 'levels:\n  - {code: "1", title: {en: Rung}, referencedTo: {to: "eqf:1"}}\n'
            "qualifications:\n" + "".join(f'  - {{code: q{i}, title: {{en: Welder}}, level: "1"}}\n' for i in range(n))}


def sources(n):
    """A source for each qualification."""
    return {"ie-one.yaml": framework("ie-one", "IE", sources="  a: {title: A list}\n" + "".join(
        f"  s{i}: {{title: Paper {i}, date: 2020}}\n" for i in range(n)))
        + 'levels:\n  - {code: "1", title: {en: Rung}, referencedTo: {to: "eqf:1"}}\n'
        "qualifications:\n" + "".join(f'  - {{code: q{i}, title: {{en: Trade {i}}}, level: "1", source: s{i}}}\n' for i in range(n))}


def unused(n):
    """Sources that nothing rests on: each is told."""
    return {"ie-one.yaml": framework("ie-one", "IE", sources="  a: {title: A list}\n" + "".join(
        f"  s{i}: {{title: Paper {i}, date: 2020}}\n" for i in range(n)))
        + 'levels:\n  - {code: "1", title: {en: Rung}, referencedTo: {to: "eqf:1"}}\n'}


def notes(n):
    """Notes and names of one level."""
    return {"ie-one.yaml": framework("ie-one", "IE") + 'levels:\n  - code: "1"\n    title: {en: Rung}\n    referencedTo: {to: "eqf:1"}\n'
            "    names:\n" + "".join(f"      - {{text: {{en: Name {i}}}, kind: colloquial}}\n" for i in range(n // 2))
            + "    notes:\n" + "".join(f"      - {{text: {{en: Remark {i}}}}}\n" for i in range(n // 2))}


def aliases(n):
    """Titles that are written once, and repeated by aliases."""
    return {"ie-one.yaml": framework("ie-one", "IE") + 'levels:\n  - {code: "1", title: {en: Rung}, referencedTo: {to: "eqf:1"}}\n'
            "qualifications:\n" + "".join(f'  - {{code: q{i}, title: {{en: &t{i} Trade {i}, ga: *t{i}}}, level: "1"}}\n' for i in range(n))}


def chain(n):
    """A hierarchy as deep as it is long."""
    return {"xx-skills.yaml": framework("xx-skills", kind="classification-of-competences") + "competences:\n" + "".join(
        f"  - {{code: c{i}, title: {{en: Skill {i}}}" + (f', broader: {{to: "xx-skills:c{i - 1}"}}' if i else "") + "}\n" for i in range(n))}


def fan(n):
    """A hierarchy of one wide step, and occupations that all require one competence."""
    return {"xx-skills.yaml": framework("xx-skills", kind="classification-of-competences") + "competences:\n  - {code: c, title: {en: Skill}}\n" + "".join(
        f'  - {{code: c{i}, title: {{en: Skill {i}}}, broader: {{to: "xx-skills:c"}}}}\n' for i in range(n))}


def mappings(n):
    """A set of mappings between two lists."""
    def one(name):
        return framework(name, kind="classification-of-competences") + "competences:\n" + "".join(
            f"  - {{code: c{i}, title: {{en: Skill {i}}}}}\n" for i in range(n))
    table = ("passerelle: 1\nmappings: {id: one-two, title: {en: One to two}, from: xx-one, to: xx-two, source: a}\n"
             "sources: {a: {title: A list, publisher: An office, date: 2020}}\nlinks:\n" + "".join(
                 f'  - {{from: "xx-one:c{i}", relation: closeMatch, to: "xx-two:c{i}"}}\n' for i in range(n)))
    return {"xx-one.yaml": one("xx-one"), "xx-two.yaml": one("xx-two"), "zz-table.yaml": table}


def star(n):
    """Mappings of one concept to all of another list."""
    def one(name, count):
        return framework(name, kind="classification-of-competences") + "competences:\n" + "".join(
            f"  - {{code: c{i}, title: {{en: Skill {i}}}}}\n" for i in range(count))
    table = ("passerelle: 1\nmappings: {id: one-two, title: {en: One to two}, from: xx-one, to: xx-two, source: a}\n"
             "sources: {a: {title: A list, publisher: An office, date: 2020}}\nlinks:\n" + "".join(
                 f'  - {{from: "xx-one:c0", relation: narrowMatch, to: "xx-two:c{i}"}}\n' for i in range(n)))
    return {"xx-one.yaml": one("xx-one", 1), "xx-two.yaml": one("xx-two", n), "zz-table.yaml": table}


def agreements(n):
    """Procedures of a country, and decisions of a body."""
    cases = "".join(f'  - {{from: "ie-one:1", to: "eqf:1", outcome: partial, date: 2022-03, purpose: study, note: {{en: Case {i}}}}}\n' for i in range(n))
    return {"ie-one.yaml": framework("ie-one", "IE") + 'levels:\n  - {code: "1", title: {en: Rung}, referencedTo: {to: "eqf:1"}}\n'
            "procedures:\n" + "".join(f"  - {{purpose: work, decides: [Body {i}]}}\n" for i in range(n)),
            "zz-cases.yaml": "passerelle: 1\nagreement: {id: ie-cases, kind: precedents, title: {en: Cases}, to: [IE], date: 2020, source: a}\n"
            "sources: {a: {title: Files, publisher: A chamber, date: 2025}}\ndecisions:\n" + cases}


def rows(n):
    """A table of a user's cases, for batches."""
    return {**levels(20), "cases.csv": "id,from,to,code\n" + "".join(f"ie-one:{i % 20},ie-one:{i % 20},fr-two:{i % 7},{i % 20}\n" for i in range(n))}


HOUSE = [["check", "@"], ["stats"], ["list", "frameworks"], ["contradictions"], ["atlas"],
         ["search", "skill"], ["search", "rung"], ["export", "--to", "turtle"], ["export", "--to", "n-triples"],
         ["export", "--to", "json-ld"], ["export", "--to", "sssom"], ["export", "--to", "csv", "--output", "OUT"],
         ["export", "--to", "graphml"], ["export", "--to", "dot"], ["export", "--to", "yaml", "--output", "OUT"],
         ["export", "--to", "xml", "--output", "OUT"], ["export", "--to", "html"], ["export", "--to", "case", "--output", "OUT"],
         ["snapshot", "OUT.db"]]
COUNTRY = [["compare", "ie-one:1"], ["compare", "ie-one:1", "eqf:1"], ["show", "ie-one:1"], ["list", "ie-one"],
           ["equivalents", "ie-one:1", "--in", "FR"], ["explain", "ie-one:1", "eqf:1"], ["convert", "ie-one.yaml", "--to", "xml"],
           ["diff", "ie-one", "ie-one.yaml"], ["export", "ie-one", "--to", "svg"], ["corridor", "IE", "FR"], ["remove", "ie-one"]]
SKILLS = [["show", "xx-skills:c0"], ["list", "xx-skills"], ["gap", "xx-skills:c0", "xx-skills:c1"], ["convert", "xx-skills.yaml", "--to", "xml"],
          ["diff", "xx-skills", "xx-skills.yaml"], ["remove", "xx-skills"]]
MAPPED = [["show", "xx-one:c0"], ["show", "xx-two:c0"], ["explain", "xx-one:c0", "xx-two:c0"], ["equivalents", "xx-one:c0", "--in", "xx-two"],
          ["compare", "xx-one:c0", "xx-two:c0"], ["recode", "codes.csv", "--column", "code", "--from", "xx-one", "--to", "xx-two"], ["remove", "one-two"]]

SHAPES = [
    (levels, [20, 200, 2000], HOUSE + COUNTRY), (upside, [40, 400, 4000], HOUSE[:5] + COUNTRY),
    (titles, [200, 2000, 20000], HOUSE + COUNTRY + [["search", "welder"], ["show", "ie-one:q0"]]),
    (sources, [100, 1000, 10000], HOUSE + COUNTRY), (unused, [100, 1000, 10000], HOUSE[:5] + COUNTRY),
    (notes, [200, 2000, 20000], HOUSE + COUNTRY),
    (aliases, [200, 2000, 20000], [HOUSE[0]]), (chain, [200, 2000, 20000], HOUSE + SKILLS), (fan, [200, 2000, 20000], HOUSE + SKILLS),
    (mappings, [100, 1000, 10000], HOUSE + MAPPED), (star, [100, 1000, 10000], HOUSE + MAPPED),
    (agreements, [100, 1000, 10000], HOUSE + COUNTRY),
    (rows, [100, 1000, 10000], [["compare", "--batch", "cases.csv"], ["equivalents", "--batch", "cases.csv", "--in", "FR"],
                                ["recode", "cases.csv", "--column", "code", "--from", "ie-one", "--to", "eqf"]]),
]


class Place:
    """A folder with a library of n facts."""

    def __init__(self, program, shape, n):
        self.folder = tempfile.mkdtemp(prefix="growth-")
        self.program = program
        frameworks = os.path.join(self.folder, "Frameworks")
        os.mkdir(frameworks)
        with open(os.path.join(frameworks, "eqf.yaml"), "w", encoding="utf-8") as file:
            file.write(EQF)
        self.files = shape(n)
        for name, text in self.files.items():
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        with open(os.path.join(self.folder, "codes.csv"), "w", encoding="utf-8") as file:
            file.write("code\n" + "".join(f"c{i}\n" for i in range(n)))
        self.descriptors = [name for name in self.files if name.endswith(".yaml")]
        self.environment = dict(os.environ, PASSERELLE_DATA=os.path.join(self.folder, "data"), PASSERELLE_FRAMEWORKS=frameworks)
        self.run(["stats"])

    def run(self, command):
        words = [word.replace("OUT", os.path.join(self.folder, "out")) for word in command]
        if "@" in words:
            at = words.index("@")
            words[at:at + 1] = self.descriptors
        shutil.rmtree(os.path.join(self.folder, "out"), ignore_errors=True)
        with open(os.path.join(self.folder, "printed"), "wb") as out, open(os.path.join(self.folder, "said"), "wb") as err:
            child = subprocess.Popen([self.program] + words, stdout=out, stderr=err, env=self.environment, cwd=self.folder)
            try:
                code = child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
                code = None
        return code

    def time(self, command):
        def spent():
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            return usage.ru_utime + usage.ru_stime

        before = spent()
        code = self.run(command)
        return code, spent() - before

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def measure(program, shape, sizes, commands, only, small):
    sizes = [2] + (sizes[:2] if small else sizes)
    places = [Place(program, shape, n) for n in sizes]
    worst = []
    commands = [["import", "@"]] + commands
    print(f"\n{shape.__name__}: {shape.__doc__}", flush=True)
    for command in commands:
        if only and only not in " ".join(command) and command[0] != "import":
            continue
        results = [place.time(command) for place in places]
        codes, times = [code for code, _ in results], [max(time - results[0][1], 0) for _, time in results]
        name = " ".join(command)
        if any(code is None for code in codes):
            print(f"  {name:55} not ended in {PATIENCE} s")
            worst.append((shape.__name__, name, "not ended"))
            continue
        ratio = sizes[-1] / sizes[-2]
        slope = None if times[-1] < NEGLIGIBLE or times[-2] <= 0.005 else math.log(times[-1] / times[-2]) / math.log(ratio)
        said = "-" if slope is None else f"{slope:.2f}"
        odd = "" if all(code == codes[0] for code in codes) and codes[0] in (0, 1) else f"  exit codes {codes}"
        print(f"  {name:55} " + " ".join(f"{time:8.3f}" for time in times[1:]) + f"  {said}{odd}", flush=True)
        if slope is not None and slope > LIMIT:
            worst.append((shape.__name__, name, said))
    for place in places:
        place.remove()
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--small", action="store_true", help="only the first two sizes")
    parser.add_argument("--only", help="only commands with this word")
    parser.add_argument("--shape", help="only this shape")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    worst = []
    for shape, sizes, commands in SHAPES:
        if options.shape in (None, shape.__name__):
            worst += measure(program, shape, sizes, commands, options.only, options.small)
    for shape, command, slope in worst:
        print(f"above {LIMIT}: {shape}: {command}: {slope}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
