#!/usr/bin/env python3
"""Writes the manual page, Sources/WaslCommand/wasl.1, from what the command says of itself.

    Sources/Tools/manual.py [--wasl .build/debug/wasl] [--check]

With --check it writes nothing, and the exit status is 1 when the page is not that of the command.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "Sources/WaslCommand/wasl.1"


def escaped(text):
    """Text for man(7): no line is a request, a hyphen is one."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.split("\n"))


def paragraphs(text):
    """Blank lines part paragraphs; indented lines, as those of the examples, stay as they are."""
    lines = []
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        heading, *rest = part.split("\n")
        if rest and all(line.startswith("  ") for line in rest):
            lines += [".PP", f"\\fB{escaped(heading.capitalize())}\\fR", ".PP", ".nf", ".RS 2n"]
            lines += [escaped(line[2:]) for line in rest] + [".RE", ".fi"]
        else:
            lines += [".PP", escaped(part)]
    return lines


def label(argument):
    if argument["kind"] == "positional":
        text = f"\\fI{escaped(argument['valueName'])}\\fR"
        return text + " ..." if argument.get("isRepeating") else text
    names = sorted(argument["names"], key=lambda name: len(name["name"]))
    texts = ["\\fB" + escaped(("-" if name["kind"] == "short" else "--") + name["name"]) + "\\fR" for name in names]
    value = f" \\fI{escaped(argument['valueName'])}\\fR" if argument["kind"] == "option" else ""
    return ", ".join(texts) + value


def arguments(command):
    lines, title = [], None
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or label(argument).endswith("\\-help\\fR") or "version" in label(argument):
            continue
        if argument.get("sectionTitle") != title:
            title = argument.get("sectionTitle")
            lines += [".PP", f"\\fB{escaped(title)} options\\fR"] if title else []
        lines += [".TP", label(argument)]
        text = argument.get("abstract", "")
        if argument.get("defaultValue"):
            text += f" (default: {argument['defaultValue']})"
        lines += [escaped(text)]
    return lines


def page(help):
    root = help["command"]
    version = re.search(r'version = "(.*)"', (ROOT / "Sources/Bitext/Tool.swift").read_text())[1]
    lines = [
        '.\\" Written by Sources/Tools/manual.py; change the help texts, not this.',
        f'.TH WASL 1 "" "wasl {version}"', ".SH NAME", f"wasl \\- {escaped(root['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS", "\\fBwasl\\fR \\fIcommand\\fR [\\fIoptions\\fR] [\\fIfile\\fR ...]",
        ".br", "\\fBwasl help\\fR \\fIcommand\\fR", ".SH DESCRIPTION", escaped(root["abstract"]),
        *paragraphs(root["discussion"]),
        ".PP", "Completions for a shell are printed by \\fBwasl \\-\\-generate\\-completion\\-script\\fR bash, zsh or fish.",
    ]
    for command in root["subcommands"]:
        if command["commandName"] == "help":
            continue
        nested = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
        for part, prefix in [(command, "wasl")] + [(c, f"wasl {command['commandName']}") for c in nested]:
            name = f"{prefix} {part['commandName']}"
            lines += [f".SH {escaped(name.upper())}", escaped(part.get("abstract", ""))]
            lines += paragraphs(part.get("discussion", "")) + arguments(part)
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wasl", default=str(ROOT / ".build/debug/wasl"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    dump = subprocess.run([options.wasl, "--experimental-dump-help"], capture_output=True, text=True, check=True)
    text = page(json.loads(dump.stdout))
    if not options.check:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        sys.exit(f"{PAGE.relative_to(ROOT)} is not that of the command: run Sources/Tools/manual.py")
    else:
        print(f"ok       the manual page is that of the command, {len(text.encode())} bytes")


main()
