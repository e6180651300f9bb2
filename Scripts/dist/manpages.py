#!/usr/bin/env python3
"""manpages.py FOLDER VERSION DATE < help.json

Writes a manual page for the program and one for each command, from what the program says of itself
(`passerelle --experimental-dump-help`).
"""
import json
import pathlib
import re
import sys


def main() -> None:
    folder, version, date = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    folder.mkdir(parents=True, exist_ok=True)
    root = json.load(sys.stdin)["command"]
    pages = list(commands(root, []))
    for path, command in pages:
        name = "-".join(path)
        text = page(path, command, [p for p, _ in pages], version, date)
        (folder / f"{name}.1").write_text(text, encoding="utf-8")


def commands(command: dict, above: list[str]):
    """The commands that are shown, each with its path."""
    path = above + [command["commandName"]]
    yield path, command
    for sub in command.get("subcommands", []):
        if sub.get("shouldDisplay", True) and sub["commandName"] != "help":
            yield from commands(sub, path)


def page(path, command, all_paths, version, date) -> str:
    title = "-".join(path)
    arguments = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    lines = [
        f'.TH "{title.upper()}" "1" "{date}" "passerelle {version}" "User commands"',
        ".SH NAME", f"{title} \\- {escape(abstract(command))}",
        ".SH SYNOPSIS", ".nh", f".B {' '.join(path)}",
    ]
    children = [p for p in all_paths if p[:-1] == path]
    if children:
        lines.append(r"\fIcommand\fR [\fIoptions\fR]")
    lines += [synopsis(a) for a in arguments if not is_common(a)]
    lines += [".hy", ".SH DESCRIPTION", escape(sentence(command.get("abstract", "")))]
    for paragraph in (command.get("discussion") or "").split("\n\n"):
        if paragraph.strip():
            lines += [".PP"] + [escape(line) for line in paragraph.strip().split("\n")]
    if arguments:
        lines.append(".SH OPTIONS")
        for argument in arguments:
            lines += [".TP", names(argument), escape(sentence(meaning(argument)))]
    if children:
        lines.append(".SH COMMANDS")
        for child in children:
            found = next(s for s in command["subcommands"] if s["commandName"] == child[-1])
            lines += [".TP", f"\\fB{'-'.join(child)}\\fR(1)", escape(sentence(found.get("abstract", "")))]
    if path == ["passerelle"]:
        lines += ENVIRONMENT
    related = [p for p in all_paths if p != path and (p == path[:-1] or p == ["passerelle"])]
    if related:
        lines += [".SH SEE ALSO", ", ".join(f"\\fB{'-'.join(p)}\\fR(1)" for p in related)]
    return "\n".join(lines) + "\n"


ENVIRONMENT = [
    ".SH EXIT STATUS",
    ".TP", "0", "Answered.", ".TP", "1", "A check found problems, or rows of a batch failed.",
    ".TP", "2", "Wrong usage.", ".TP", "3", "Bad input.", ".TP", "4", "An internal error.",
    ".SH ENVIRONMENT",
    ".TP", r"\fBPASSERELLE_DATA\fR", "The folder of what you import, of your adapters, and of the list of those that you trust.",
    ".TP", r"\fBPASSERELLE_STORE\fR", "The store to ask, as it is, such as a snapshot.",
    ".TP", r"\fBPASSERELLE_ADAPTER_PATH\fR", "Folders of further adapters, separated by colons.",
    ".SH FILES",
    ".TP", r"\fI~/.local/share/passerelle/graph.db\fR", "What you have imported, with the library that it was imported into.",
]


def abstract(command) -> str:
    return re.sub(r"\.$", "", command.get("abstract", "")) or command["commandName"]


def meaning(argument) -> str:
    text = argument.get("abstract", "") or argument.get("discussion", "")
    default = argument.get("defaultValue")
    if default and argument["kind"] != "flag" and "default" not in text:
        text = re.sub(r"\.$", "", text) + f" (default: {default})."
    return text


def sentence(text: str) -> str:
    return text.strip()


def is_common(argument) -> bool:
    shown = {n["name"] for n in argument.get("names", [])}
    return bool(shown & {"help", "version"})


def option(name) -> str:
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def names(argument) -> str:
    value = f"\\fI{escape(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        return value
    shown = ", ".join(f"\\fB{escape(option(n))}\\fR" for n in argument["names"])
    return shown if argument["kind"] == "flag" else f"{shown} {value}"


def synopsis(argument) -> str:
    value = f"\\fI{escape(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        text = value + ("..." if argument.get("isRepeating") else "")
    else:
        text = f"\\fB{escape(option(argument['preferredName']))}\\fR"
        if argument["kind"] == "option":
            text += f" {value}"
    return f"[{text}]" if argument.get("isOptional") else text


def escape(text: str) -> str:
    """Text for troff: hyphens that can be copied, and no line that is taken for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("’", "\\(cq")
    return "\\&" + text if text[:1] in (".", "'") else text


main()
