"""Asks Passerelle of every row of a Spark DataFrame, and proves that each was answered once."""

from .answers import Answers, ask
from .child import ChildError
from .program import Program
from .receipts import ReceiptError

__all__ = ["Answers", "ChildError", "Program", "ReceiptError", "ask"]
