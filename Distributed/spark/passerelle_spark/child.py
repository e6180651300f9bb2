"""One run of the program: lines in, a line out for each, in their order.

Spark's own `RDD.pipe` gives a child an empty environment, does not look at its exit code, and waits for ever if
what feeds it fails. Here a run either answers every line that it was given, or fails the task with the reason.
"""

import collections
import json
import os
import subprocess
import tempfile
import threading

LAST_WORDS = 4096


class ChildError(RuntimeError):
    """A run did not answer what it was asked; the task fails, and Spark tries it again."""


class Child:
    """A run of the program on the lines of an iterator."""

    def __init__(self, arguments, environment, receipt):
        self.receipt = receipt
        self.failure = None
        self.asked = collections.deque()
        self.lock = threading.Lock()
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
            env=environment, close_fds=True)

    def answers(self, lines):
        """Yields each line with its answer, as they come."""
        writer = threading.Thread(target=self._write, args=(lines,), daemon=True)
        writer.start()
        answered = 0
        try:
            for answer in self.process.stdout:
                line = self._question(answered)
                answer = answer.decode().rstrip("\n")
                if line is None or not answers(line, answer):
                    raise ChildError(f"answer {answered + 1} is not one to what was asked: {answer[:200]}")
                answered += 1
                yield line, answer
            writer.join()
            self._end(answered)
        finally:
            # Also if nobody wants more rows: `limit()` closes the iterator early.
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()
            writer.join(timeout=60)
            self.errors.close()

    def _write(self, lines):
        try:
            with self.process.stdin as pipe:
                for line in lines:
                    with self.lock:
                        self.asked.append(line)
                    pipe.write(line.encode() + b"\n")
        except BrokenPipeError:
            pass
        except BaseException as error:  # What fails above must not leave the child waiting.
            self.failure = error
            self.process.kill()

    def _question(self, number):
        """The line that an answer must be to; it is let go, so that memory does not grow with the part."""
        with self.lock:
            return self.asked.popleft() if self.asked else None

    def _end(self, answered):
        code = self.process.wait()
        if self.failure is not None:
            raise self.failure
        # 1 says that some rows could not be answered: they are rows with a reason.
        if code not in (0, 1):
            raise ChildError(f"the program ended with {code}: {self._last_words()}")
        if self.asked:
            raise ChildError(f"rows without an answer: {len(self.asked)}; {self._last_words()}")
        try:
            with open(self.receipt, encoding="utf-8") as file:
                self.receipt = json.load(file)
        except (OSError, ValueError) as error:
            raise ChildError(f"there is no receipt: {error}; {self._last_words()}") from error
        if not self.receipt["finished"] or self.receipt["output"]["rows"] != answered:
            raise ChildError("the receipt is not one of these rows")

    def _last_words(self):
        size = self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, size - LAST_WORDS))
        return self.errors.read().decode(errors="replace")


def answers(line, answer):
    """Whether an answer is one to a line: it starts with the row as it was asked."""
    if answer.startswith('{"row":' + line + ","):
        return True
    try:
        return json.loads(answer)["row"] == line  # A line that is no JSON is told as text.
    except (ValueError, KeyError):
        return False


def one_line(text):
    """A question as a line. What cannot be one is put into a list: it is still no object, and answered with the
    reason; and a part that begins with it is not taken for a table."""
    is_line = text is not None and text.lstrip()[:1] in ("{", "[") and not any(mark in text for mark in "\r\n")
    return text if is_line else json.dumps([text])
