#!/usr/bin/env python3
"""Flips bytes of a store at random places, and asks: each answer must be the same, or a named error.

Usage: Scripts/flips.py PASSERELLE [COUNT]
Prints a table of command and outcome; the exit code is 1 if an answer was another one without a word, or the
program crashed.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile

COMMANDS = ["stats", "stats --verify", "compare ie-nqf:8 de-nqf:6", "show ie-nqf:8", "list ie-nqf", "search bachelor"]


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    folder = tempfile.mkdtemp(prefix="flips-")
    environment = dict(os.environ, PASSERELLE_DATA=folder)
    store = os.path.join(folder, "graph.db")

    def run(command):
        done = subprocess.run([program] + command.split(), env=environment, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr.decode(errors="replace")

    run("stats")
    with open(store, "rb") as file:
        whole = file.read()
    expected = {command: run(command) for command in COMMANDS}
    chance = random.Random(23)
    outcomes, faults = {}, 0
    for number in range(count):
        damaged = bytearray(whole)
        start = chance.randrange(len(whole))
        for at in range(start, min(len(whole), start + chance.choice([1, 8, 64]))):
            damaged[at] ^= 1 << chance.randrange(8)
        for command in COMMANDS:
            for name in os.listdir(folder):
                os.unlink(os.path.join(folder, name))
            with open(store, "wb") as file:
                file.write(damaged)
            code, out, said = run(command)
            if (code, out) == expected[command][:2]:
                outcome = "the same answer"
            elif code in (3, 4) and store in said and "internal error" not in said:
                outcome = "a named error"
            else:
                outcome, faults = f"exit code {code}, and no word of it: flip {number} at {start}", faults + 1
            outcomes[command, outcome] = outcomes.get((command, outcome), 0) + 1
    for (command, outcome), times in sorted(outcomes.items()):
        print(f"{command:28} {times:5}  {outcome}")
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
