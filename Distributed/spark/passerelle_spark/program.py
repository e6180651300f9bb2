"""Where the program is, and how it is called."""

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Program:
    """The program with its library, as every machine of the cluster has them.

    path: The program. A relative path is one in an archive that was shipped with `--archives`:
        `passerelle/bin/passerelle` of `--archives passerelle.tar.gz#passerelle`.
    store: A snapshot of the library, found in the same way. The library must be one for all machines.
    local: The program on this machine, which adds the receipts up, if `path` is another there.
    environment: All that the program sees of the environment: by default nothing that depends on the machine.
    """

    path: str = "passerelle/bin/passerelle"
    store: str | None = None
    local: str | None = None
    environment: dict = field(default_factory=lambda: {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})

    def call(self, command, options, shard, receipt):
        """The arguments of a run that answers one part on its standard input."""
        store = ["--store", find(self.store)] if self.store else []
        return [find(self.path), command, "--batch", "-", "--jobs", "1", "--shard", shard,
                "--receipt", receipt, "--quiet", *store, *options]


def find(path):
    """The file that a path means on the machine where this runs."""
    if os.path.isabs(path):
        return path
    from pyspark import SparkFiles

    # Archives are unpacked in the folder of the process (YARN, Kubernetes) or in that of Spark's files.
    for folder in (os.getcwd(), SparkFiles.getRootDirectory()):
        if os.path.exists(os.path.join(folder, path)):
            return os.path.join(folder, path)
    raise FileNotFoundError(
        f"'{path}' is not on this machine: ship it with '--archives', or name it by an absolute path")
