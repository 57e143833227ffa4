#!/usr/bin/env python3
"""Feeds one piece of markup or text many times over to the command, and looks for crashes and for time by the square.

    Tests/Scripts/pathological.py [FORM…]

Each piece makes a file of 250 KB and one of 1 MB. More than nine times the processor time for four times the bytes,
more than 100 seconds, or a status that is none of 0, 1 and 2 is a finding; the exit status is 0 when there is none.
WASL=… names the command; without it the release build is run.
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

WASL = os.environ.get("WASL", str(pathlib.Path(__file__).parents[2] / ".build/release/wasl"))

# By form: how the command is called, what stands before the pieces, and the pieces; a pair has a start of its own.
TEXT = "صباح الخير. كيف حالك؟\n\nGood morning. How are you?\n\n"
CUE = "00:00:01,000 --> 00:00:02,000\n"
SEGMENT = '<tmx><body><tu><tuv xml:lang="ar"><seg>'
FORMS = {
    "html": (["extract"], TEXT, [
        "<", "&", "<!--", "<a ", "<p", "&#", "<p>", "<div><b>", "</", "<script>", "<table><tr><td>", '<a b="',
        "<![CDATA[", "<textarea>", "&amp", "<p title=x", "<li>", "<pre>\n", "a&lt;b "]),
    "md": (["extract"], TEXT, [
        "[", "*", "`", "![", "> ", "|", "<", "](", "**a", "_a", "[a](", "- ", "#", "\\", "~~~\n", "```\n", "a\n===\n",
        "[a]: b\n", "&", "<!--", "| a ", "  - a\n", "**a** ", "1. "]),
    "srt": (["extract"], f"1\n{CUE}صباح الخير good ", [
        "<a", "{\\", "-->", "1\n", CUE, f"{CUE}a\n\n", "&", "<", "{\\a} "]),
    "txt": (["align", "-q", "--verify"], TEXT, [
        "(", "«", '"', ".", "1.", "a", "ا", "aا", "ا a ", "ـ", "؟", "!", "\u0301", "\u064b", "1", "https://a.b/",
        "a@", "-", "\n", "\r", ". ", "د. ", "Dr. ", "[1] ", "ا.\n", "\u202e", "\u200f", "١", "٫", "ا،", "🙏", "\u200d", "e\u0301", "ﷺ",
        "1,000 ", "A.B.", "...  ", "A ", "\t", "\u2028", "—", "No. 1 ", "a:", "ب؛"]),
    "csv": (["validate"], "", ['"', '""', ",", "a,", "\n", '"a","b"\n', '"a\n']),
    "tsv": (["validate"], "", ["\t", "a\tb\n", "\n", "a"]),
    "jsonl": (["validate"], "", [
        "[", '{"a":', ('{"source":{"text":"', '"'), ('{"source":{"text":"', "\\u0041"), ('{"a":', "1"), "{}\n",
        '{"source":{"text":"a"},"target":{"text":"b"}}\n']),
    "tmx": (["validate"], "", [
        "<tmx>", ("<tmx>", "<!--"), "<a ", (SEGMENT, "&amp;"), (SEGMENT, "<![CDATA["), "<?", "<!DOCTYPE",
        "<!DOCTYPE x [", ("<tmx ", 'a=""'), (f"{SEGMENT}<![CDATA[", "]]>"), '<!DOCTYPE x "']),
    "xliff": (["validate"], "", ["<xliff>", "<g>"]),
    "po": (["validate"], "", [
        'msgid "a"\n', 'msgid "" ""', ("msgid \"\"\n", '"a"\n'), "#", 'msgid ""\nmsgstr "b"\n',
        'msgid "a"\nmsgstr "b"\n\n', "#~", 'msgctxt "a"\n', ('msgid ""\n', "charset="), ('msgid "', "\\")]),
    "ladder": (["evaluate", "-q"], "", ["[", "[0]:[0]\n", "[0, ", "0\t0\n", "0\t", "<cesAlign>", "1", " "]),
}


def run(arguments):
    """The exit status, None after 100 seconds; and the processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        status = subprocess.run(
            [WASL, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=100).returncode
    except subprocess.TimeoutExpired:
        status = None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return status, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check(form, command, start, piece):
    times = []
    for size in (250_000, 1_000_000):
        path = f"x.{form}"
        pathlib.Path(path).write_text(start + piece * (size // len(piece.encode())), newline="")
        status, seconds = run([*command, path] + ([path] if form == "ladder" else []))
        times.append(seconds)
        if status not in (0, 1, 2):
            return f"status {status} at {size} bytes, {seconds:.1f} s"
    if times[1] > 1 and times[1] > 9 * times[0]:
        return f"{times[0]:.1f} s, then {times[1]:.1f} s"
    return None


def main():
    tried = findings = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for form in sys.argv[1:] or FORMS:
            command, start, pieces = FORMS[form]
            for piece in pieces:
                own, piece = piece if isinstance(piece, tuple) else (start, piece)
                finding = check(form, command, own, piece)
                tried += 1
                if finding:
                    findings += 1
                    print(f"{form} {piece!r}: {finding}", flush=True)
    print(f"{tried} pieces tried, {findings} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
