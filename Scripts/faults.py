#!/usr/bin/env python3
"""Lets the machine fail under the program, and looks at what it says: a full disk, one that may only be read, a worker
or a rebuilding that is killed, too few open files.

Usage: Scripts/faults.py PASSERELLE
The administrator is needed for the disks, which are mounted where nobody else sees them. Prints a table; the exit code
is 1 if a fault has changed an answer, or was told as something else.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ASKED = ["stats", "compare ie-nqf:8 de-nqf:6", "search bachelor", "show xx-a:1", "list xx-a", "export xx-a --to yaml"]
DESCRIPTOR = """passerelle: 1
framework: {{id: {}, kind: qualifications-framework, title: {{en: X}}, source: act}}
sources: {{act: {{title: An act}}}}
levels: [{{code: "1", title: {{en: Level 1}}}}]
"""
TABLE = """# framework: {id: xx-k, kind: classification-of-occupations, title: {en: K}}
# sources: {o: {title: T, publisher: O}}
# columns: {code: Code, title: {en: Title}}
Code,Title
"""


class Trial:
    def __init__(self, program, folder):
        self.program, self.folder, self.faults = os.path.abspath(program), folder, 0
        self.environment = dict(os.environ, PASSERELLE_DATA=os.path.join(folder, "data"), TMPDIR=folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def run(self, command, **options):
        done = subprocess.run([self.program] + command.split(), env=self.environment, capture_output=True, check=False, **options)
        return done.returncode, done.stdout, done.stderr.decode(errors="replace")

    def tell(self, fault, command, is_right, code, said):
        self.faults += not is_right
        words = " ".join(said.split())
        print(f"{fault:16} {command.split()[0]:9} {'right' if is_right else 'WRONG'}  exit {code}  {words[:150]}", flush=True)

    def same(self, fault, expected):
        for command in ASKED:
            code, out, said = self.run(command)
            self.tell(fault, command, (code, out) == expected[command], code, said)

    def fails(self, fault, commands, code, words):
        for command in commands:
            found, _, said = self.run(command)
            self.tell(fault, command, found == code and words in said, found, said)

    def killed(self):
        path = self.write("big.csv", TABLE + "".join(f"{i:07d},Job {i}\n" for i in range(1_000_000)))
        for _ in range(5):
            child = subprocess.Popen([self.program, "import", path], env=self.environment, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE)
            workers = []
            while child.poll() is None and not workers:
                time.sleep(0.5)
                for thread in os.listdir(f"/proc/{child.pid}/task"):
                    with open(f"/proc/{child.pid}/task/{thread}/children", encoding="ascii") as file:
                        workers += file.read().split()
            if not workers:
                continue
            # It has begun to read.
            time.sleep(0.5)
            for worker in workers:
                os.kill(int(worker), 9)
            said = child.communicate()[1].decode()
            self.tell("killed worker", "import", child.returncode == 4 and "worker-lost" in said, child.returncode, said)
            return
        self.tell("killed worker", "import", False, 0, "no worker was seen")

    def rebuilt(self, descriptor):
        """A store is lost, and its rebuilding is killed at some moment: what comes of it is the old content."""
        self.run(f"import {descriptor} {self.write('b.yaml', DESCRIPTOR.format('xx-b'))}")
        expected = self.run("stats")[:2]

        def lose():
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(self.path("data/graph.db" + suffix)):
                    os.unlink(self.path("data/graph.db" + suffix))

        lose()
        started = time.time()
        self.run("rebuild")
        whole = time.time() - started
        for part in range(1, 9):
            lose()
            child = subprocess.Popen([self.program, "rebuild"], env=self.environment, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
            time.sleep(whole * part / 8)
            child.kill()
            child.wait()
            code, _, said = self.run("rebuild")
            self.tell(f"killed at {part}/8", "rebuild", code == 0 and self.run("stats")[:2] == expected, code, said)

    def few_files(self, descriptor):
        for most in (12, 16, 24):
            code, _, said = self.run(f"check {descriptor}",
                                     preexec_fn=lambda most=most: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
            self.tell(f"{most} open files", "check", code == 4 and "ulimit -n" in said, code, said)

    def disks(self, descriptor):
        """The folder is a disk of its own, that is filled, and then may only be read."""
        expected = {command: self.run(command)[:2] for command in ASKED}
        other = self.write("b.yaml", DESCRIPTOR.format("xx-b"))
        writing = [f"import {other}", "remove xx-a"]
        full = self.path("full")
        with open(full, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(1 << 16))
            except OSError:
                pass
        self.same("full disk", expected)
        copies = [f"backup {self.path('c.db')}", f"snapshot {self.path('d.db')}"]
        self.fails("full disk", writing + copies, 4, "no room left")
        self.fails("full disk", [f"export xx-a --to yaml --output {self.path('o.yaml')}"], 4, "No space left")
        os.unlink(full)
        self.same("room again", expected)
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)
        self.same("read-only disk", expected)
        self.fails("read-only disk", writing, 2, "may only be read")
        subprocess.run(["mount", "-o", "remount,rw", self.folder], check=True)
        self.same("writable again", expected)


def main():
    program = sys.argv[1]
    if "--mounted" not in sys.argv and os.geteuid() == 0 and shutil.which("unshare"):
        return subprocess.run(["unshare", "-m", sys.executable, __file__, program, "--mounted"], check=False).returncode
    folder = tempfile.mkdtemp(prefix="faults-")
    mounted = "--mounted" in sys.argv
    if mounted:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256m,mode=700", "tmpfs", folder], check=True)
    trial = Trial(program, folder)
    descriptor = trial.write("a.yaml", DESCRIPTOR.format("xx-a"))
    code, _, said = trial.run(f"import {descriptor}")
    trial.tell("none", "import", code == 0, code, said)
    trial.killed()
    trial.rebuilt(descriptor)
    trial.few_files(descriptor)
    if mounted:
        trial.disks(descriptor)
        subprocess.run(["umount", folder], check=True)
    else:
        print("the disks were not tried: only the administrator may mount them")
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if trial.faults else 0


if __name__ == "__main__":
    sys.exit(main())
