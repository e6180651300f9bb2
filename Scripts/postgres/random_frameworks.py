"""Frameworks made at random of all that a comparison may meet: spans, conflicts, nulls, comparisons,
declarations, and dates of every kind. They are trials, and say nothing of any country.

random_frameworks.py FOLDER SEED
"""

import random
import sys
from pathlib import Path

FOLDER, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
COUNTRIES = ["XA", "XB", "XC", "XD", "XE", "XF"]
REFERENCES = {"eqf": 8, "aqrf": 8}
DATES = ["2009", "2012-03", "2014-06-15", "2015", "2019-01-01", "2024-05"]
LEVELS = 6


def rarely(share):
    return chance.random() < share


def source():
    return chance.choice(["report", "survey", "rumour"])


def valid():
    if rarely(0.7):
        return ""
    first, last = sorted(chance.sample(DATES, 2))
    keys = [f'from: "{first}"'] if rarely(0.7) else []
    if rarely(0.3):
        keys.append(f'by: "{last}"')
    elif rarely(0.5):
        keys.append(f'to: "{last}"')
    return f", valid: {{{', '.join(keys)}}}" if keys else ""


def reference_level():
    name = chance.choice(list(REFERENCES))
    return f"{name}:{chance.randint(1, REFERENCES[name])}"


def link(relation, target):
    key = "to" if ":" not in target or relation in ("declaredEquivalent", "notUsable", "comparedTo") else "level"
    scope = ", parties: [A, B], purpose: [work]" if relation == "declaredEquivalent" else ""
    return f"    {relation}: {{to: \"{target}\", source: {source()}{valid()}{scope}}}"


def placements(others):
    """The links of a level or a qualification, at most one of each relation: a key stands once."""
    lines, reference = [], reference_level()
    if rarely(0.75):
        targets = [reference] + ([reference_level()] if rarely(0.3) else [])
        same = chance.choice(["report", "survey"])
        lines.append("    referencedTo:")
        for target in targets:
            by = same if rarely(0.6) else source()
            lines.append(f"      - {{to: \"{target}\", source: {by}{valid()}}}")
    if rarely(0.25):
        lines.append(link("comparedTo", reference_level()))
    for null in ("belowScale", "noneAgreed", "notReferenced"):
        if rarely(0.05):
            lines.append(link(null, chance.choice(list(REFERENCES))))
    if rarely(0.05):
        lines.append(link("notUsable", chance.choice([reference_level(), chance.choice(others)])))
    if rarely(0.25):
        lines.append(link("declaredEquivalent", chance.choice(others)))
    return lines


def framework(country, others):
    name = f"trial-{country.lower()}-nqf"
    lines = ["passerelle: 1", "framework:", f"  id: {name}", "  kind: qualifications-framework",
             f"  country: {country}", f"  title: {{en: Framework of {country} at random}}"]
    if rarely(0.5):
        lines.append(f"  version: {{from: \"{chance.choice(DATES)}\"}}")
    lines += ["  source: report", "sources:"]
    for key in ("report", "survey", "rumour"):
        date = f", date: \"{chance.choice(DATES)}\"" if rarely(0.7) else ""
        lines.append(f"  {key}: {{title: {key} of {country}{date}, official: true}}")
    lines.append("levels:")
    for level in range(1, LEVELS + 1):
        lines += [f"  - code: \"{level}\"", f"    title: {{en: Level {level}}}"] + placements(others)
    lines.append("qualifications:")
    for number in range(8):
        lines += [f"  - code: q{number}", f"    title: {{en: Award {number}}}"]
        if rarely(0.85):
            lines.append(f"    level: \"{chance.randint(1, LEVELS)}\"")
        lines += placements(others) if rarely(0.4) else []
    (FOLDER / f"{name}.yaml").write_text("\n".join(lines) + "\n")


things = {country: [f"trial-{country.lower()}-nqf:{code}"
                    for code in [str(n) for n in range(1, LEVELS + 1)] + [f"q{n}" for n in range(8)]]
          for country in COUNTRIES}
for country in COUNTRIES:
    framework(country, [thing for other in COUNTRIES if other != country for thing in things[other]])
