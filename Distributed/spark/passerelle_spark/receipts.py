"""Adds receipts up: by the program itself, so that there is one rule."""

import json
import os
import subprocess
import tempfile

from .program import find


class ReceiptError(RuntimeError):
    """The receipts do not add up: a row was lost, doubled, or answered by something else."""


def add_up(receipts, program, answered):
    """What the receipts of all parts say together; raises `ReceiptError` if they do not agree."""
    with tempfile.TemporaryDirectory(prefix="passerelle-") as folder:
        files = []
        for number, receipt in enumerate(receipts):
            files.append(os.path.join(folder, f"{number}.json"))
            with open(files[-1], "w", encoding="utf-8") as file:
                file.write(receipt)
        if not files:
            raise ReceiptError("there are no receipts")
        # Many parts make more names than a call may have.
        result = subprocess.run(
            [program.local or find(program.path), "receipts", "--format", "json", folder],
            capture_output=True, text=True, env=program.environment, check=False)
        if result.returncode not in (0, 1):
            raise ReceiptError(result.stderr.strip())
    total = json.loads(result.stdout)
    problems = [objection["summary"] for objection in total["objections"]]
    if total["output"]["rows"] != answered:
        problems.append(f"answers written: {answered}; in the receipts: {total['output']['rows']}")
    if problems:
        raise ReceiptError("; ".join(problems))
    return total
