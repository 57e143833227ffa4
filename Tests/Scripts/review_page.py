#!/usr/bin/env python3
"""Drives the review page in a headless Chromium: rendering, edits, exports, what is kept, injection, size.

    Tests/Scripts/review_page.py [--wasl .build/debug/wasl] [--screenshots FOLDER]

Needs Debian's chromium, chromium-driver and python3-selenium. Prints what it checks; exit status 1 at the first
failure.
"""

import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAYLOADS = [
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 2</script>",
    "<!--<script>", "-->", "]]>",
    "<img src=x onerror='window.pwned = 3'>",
    "\"><svg onload=window.pwned=4>",
    "javascript:window.pwned=5", "&lt;b&gt;", "\\u003cscript\\u003e", "{{7*7}}", "${window.pwned=6}",
    "\u2028\u2029\u0085", "\u202eevil\u202c", "</style><script>window.pwned = 7</script>", "'\"`\\",
]


def check(condition, what):
    print(("ok    " if condition else "FAIL  ") + what)
    if not condition:
        sys.exit(1)


class Page:
    """A browser with one page."""

    def __init__(self, folder, width=1280, height=850, dark=False):
        options = Options()
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.folder = folder
        self.resize(width, height)
        self.scheme(dark)

    def resize(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def scheme(self, dark):
        value = "dark" if dark else "light"
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": value}]})

    def open(self, path):
        self.driver.get(pathlib.Path(path).resolve().as_uri())
        return self

    def js(self, script, *arguments):
        return self.driver.execute_script("return " + script, *arguments)

    def press(self, *keys):
        chain = ActionChains(self.driver)
        for key in keys:
            if key.startswith("shift "):
                chain.key_down(Keys.SHIFT).send_keys(key[6:]).key_up(Keys.SHIFT)
            else:
                chain.send_keys(key)
        chain.perform()

    def shapes(self):
        """For each row, how many segments of each side it shows."""
        return self.js("[...document.querySelectorAll('.row')].map(r => ['source', 'target'].map("
                       "s => r.querySelectorAll('.' + s + ' .segment').length))")

    def export(self, name):
        """Presses the button, and waits for the file."""
        for old in self.folder.iterdir():
            old.unlink()
        self.driver.find_element(By.CSS_SELECTOR, f"#format option[value={name}]").click()
        self.driver.find_element(By.ID, "export").click()
        for _ in range(100):
            files = [f for f in self.folder.iterdir() if f.suffix == "." + name and f.stat().st_size > 0]
            if files:
                return files[0]
            time.sleep(0.05)
        check(False, f"{name} was downloaded")

    def errors(self):
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]


def wasl(*arguments, status=0):
    run = subprocess.run([WASL, *map(str, arguments)], capture_output=True, text=True)
    if run.returncode != status:
        check(False, f"wasl {' '.join(map(str, arguments))} ends with {status}: {run.stdout[:500]}{run.stderr}")
    return run


def rendering(page, html):
    page.open(html)
    cells = page.js("[...document.querySelectorAll('.side')].slice(0, 200).map(c => {const s = getComputedStyle(c);"
                    "return [c.lang, c.dir, s.direction, s.textAlign, c.getBoundingClientRect().left,"
                    "c.getBoundingClientRect().top]})")
    check(all(c[1] == c[2] == ("rtl" if c[0] == "ar" else "ltr") for c in cells), "Arabic runs right to left, English left to right")
    lefts = {lang: {c[4] for c in cells if c[0] == lang} for lang in ("ar", "en")}
    check(min(lefts["ar"]) > max(lefts["en"]), "wide: two columns, Arabic on the right")
    isolated = page.js("[...document.querySelectorAll('.segment')].every(s => s.tagName === 'BDI' && "
                       "getComputedStyle(s).unicodeBidi.includes('isolate'))")
    check(isolated, "every segment is isolated")
    page.resize(420, 800)
    tops = page.js("['ar', 'en'].map(l => document.querySelector('.row .side:lang(' + l + ')').getBoundingClientRect()).map(r => [r.top, r.left])")
    check(tops[0][0] < tops[1][0] and tops[0][1] == tops[1][1], "narrow: one above the other")
    check(page.js("document.documentElement.scrollWidth <= innerWidth"), "narrow: nothing runs out at the side")
    page.resize(1280, 850)


def exports(page, html, stem, folder):
    page.open(html)
    for name in ["tsv", "jsonl", "tmx", "ladder"]:
        exported = page.export(name).read_bytes()
        check(exported == (folder / f"{stem}.{name}").read_bytes(), f"unedited, the page's {name} is that of the command to the byte")


def edits(page, html):
    page.open(html)
    first = page.shapes()
    page.press("m")
    merged = page.shapes()
    check(merged[0] == [first[0][0] + first[1][0], first[0][1] + first[1][1]] and merged[1:] == first[2:], "m merges with the next bead")
    page.press("s")
    check(page.shapes() == first, "s splits it again at the same place")
    page.press("z", "z")
    check(page.shapes() == first and page.js("done.length") == 0, "z undoes both")
    page.press("y")
    check(page.shapes() == merged, "y does the first again")
    page.press("z", Keys.ARROW_DOWN, Keys.ARROW_RIGHT, "shift " + Keys.ARROW_UP)
    up = page.shapes()
    check(page.js("cursor.side") == "source" and up[0] == [first[0][0] + 1, first[0][1]], "shift ↑ moves a segment of the right side to the bead above")
    page.press("z", Keys.ARROW_LEFT, "d")
    check(page.shapes()[2][1] == first[2][1] + 1, "d moves a segment of the left side to the bead below")
    page.press("z")
    check(page.shapes() == first, "undone")
    page.press(Keys.HOME, "c", "c", " ")
    check(page.js("beads.map(b => b.confirmed).slice(0, 4)") == [True, True, True, False] and page.js("cursor.index") == 3, "c and space confirm and go on")
    page.js("document.activeElement.blur()")
    ActionChains(page.driver).move_to_element(page.driver.find_element(By.CSS_SELECTOR, ".row:nth-child(5) .mark")).click().perform()
    check(page.js("beads[4].confirmed"), "a click on the number confirms")
    page.js("document.getElementById('rows').focus()")
    page.js("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ة', code: 'KeyM'}))")
    check(len(page.shapes()) == len(first) - 1, "keys work on an Arabic keyboard by their place")
    page.press("z")

    lines = page.export("jsonl").read_text().splitlines()
    records = [json.loads(line) for line in lines]
    check([r.get("confirmed", False) for r in records[:5]] == [True, True, True, False, True], "JSONL says what is confirmed")
    check(records[0]["confidence"] == 1, "a confirmed bead has confidence 1")

    page.js("done.length = 0")
    before = page.export("ladder").read_bytes()
    generator = random.Random(7)
    keys = ["m", "M", "s", "u", "d", "c", "j", "k", "n", Keys.ARROW_LEFT, Keys.ARROW_RIGHT, "[", "]", Keys.END, Keys.HOME]
    page.press(*generator.choices(keys, k=400))
    total = [sum(side) for side in zip(*page.shapes())]
    check(total == [sum(side) for side in zip(*first)], "400 random keys lose no segment")
    check(page.js("rows.length === beads.length && rows.every((r, i) => r.querySelector('.number').textContent == i + 1)"), "rows and beads agree")
    for name in ["ladder", "jsonl", "tsv", "tmx"]:
        wasl("validate", "-q", page.export(name))
    page.press(*["z"] * (page.js("done.length") + 1))
    check(page.export("ladder").read_bytes() == before, "undoing all of them leads back")
    check(page.errors() == [], "no errors in the console")


def keeping(page, html):
    page.open(html)
    page.press(Keys.HOME, "m", "c", "m")
    edited = page.shapes()
    page.open(html)
    check(page.shapes() == edited, "edits are back after a reload")
    page.press("?")
    page.driver.find_element(By.ID, "restart").click()
    page.driver.switch_to.alert.accept()
    check(page.shapes() != edited and page.js("localStorage.getItem(storeKey)") is None, "starting over forgets them")
    broken = page.js("restore('[[1,1,0.5,0,0]]') || restore('[[-1,1]]') || restore('no JSON') || restore('{}')")
    check(not broken, "what does not fit the texts is not taken")


def finding(page, html):
    page.open(html)
    page.press("/")
    page.press(Keys.ESCAPE)
    folded = page.js("fold('الصَّمْتِ أُلـــفة ٣')")
    check(folded == "الصمت الفه 3", "search folds vowel signs, tatweel, letters and digits")
    page.press(Keys.ESCAPE, "/", "SILENCE")
    time.sleep(0.4)
    shown = page.js("[...document.querySelectorAll('.row:not([hidden])')].map(r => r.textContent.toLowerCase())")
    check(0 < len(shown) < page.js("beads.length") and all("silence" in text for text in shown), "search shows the rows that hold the word")
    check(page.js("[...document.querySelectorAll('mark')].every(m => m.textContent.toLowerCase() === 'silence')"), "and marks it")
    page.press(Keys.ESCAPE)
    time.sleep(0.3)
    page.press("/", "الصمت")
    time.sleep(0.4)
    check(page.js("document.querySelectorAll('mark').length") > 0, "a bare Arabic word finds the vocalised one")
    page.press(Keys.ESCAPE)
    check(page.js("shown.length === beads.length && !document.querySelector('mark')"), "esc ends the search")
    page.js("(document.getElementById('filter').value = 'joined', setFilter())")
    check(page.js("shown.length > 0 && shown.every(i => beads[i].source > 1 || beads[i].target > 1)"), "the filter shows beads that are not one to one")
    page.js("(document.getElementById('filter').value = 'all', document.getElementById('level').value = 0.9, setFilter())")
    check(page.js("shown.every(i => beads[i].confidence <= 0.9)"), "the slider shows doubtful beads")


def with_links(html, target):
    """A copy of the page in which the k-th words of the two first segments of each bead are linked."""
    text = html.read_text()
    start = text.index('id="data">') + len('id="data">\n')
    end = text.index("</script>", start)
    about, *lines = text[start:end].splitlines()
    linked = []
    for line in lines:
        bead = json.loads(line)
        if bead["source"] and bead["target"]:
            words = [list(re.finditer(r"\S+", bead[side][0]["text"])) for side in ["source", "target"]]
            bead["links"] = [[0, a.start(), a.end(), 0, b.start(), b.end()] for a, b in zip(*words)]
        linked.append(json.dumps(bead, ensure_ascii=False).replace("<", "\\u003c"))
    target.write_text(text[:start] + "\n".join([about, *linked]) + "\n" + text[end:])
    return target


def word_links(page, html):
    page.open(html)
    lit = ("['word', 'counterpart'].map(n => [...(CSS.highlights.get(n) ?? [])].map(r => "
           "[r.toString(), r.startContainer.parentElement.closest('.side').lang]))")
    # Over the middle of the second Arabic word of the first bead.
    point = ("(() => { const b = rangeOf('source', links[1].source).getBoundingClientRect();"
             "return [b.left + b.width / 2, b.top + b.height / 2].map(Math.round); })()")
    x, y = page.js(point)
    ActionChains(page.driver).move_by_offset(0, 0).perform()
    move = lambda x, y: page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
    move(x, y)
    time.sleep(0.2)
    words = page.js("[segments.source[0], segments.target[0]].map(s => s.text.match(/\\S+/g)[1])")
    check(page.js(lit) == [[[words[0], "ar"]], [[words[1], "en"]]], "the pointer on an Arabic word lights it and its counterpart")
    move(x, 2)
    time.sleep(0.2)
    check(page.js(lit) == [[], []], "and off it nothing")
    page.press(Keys.HOME, Keys.ARROW_LEFT, "w", "w")
    check(page.js(lit) == [[[words[1], "en"]], [[words[0], "ar"]]], "w steps through the words of the side")
    check(words[0] in page.js("byId('spoken').textContent"), "and says them")
    page.press("W", "m", "w")
    check(page.js(lit)[1][0][1] == "ar", "links outlive edits")
    page.press("z", "/", *words[1])
    time.sleep(0.4)
    page.press(Keys.ENTER, "w", "w")
    check(page.js("document.querySelectorAll('mark').length") > 0 and page.js(lit)[0][0][0] == words[1], "and searches")
    page.press("/", Keys.ESCAPE)
    check(page.errors() == [], "no errors in the console")


def injection(page, folder):
    name = folder / "x\"><img src=x onerror=window.pwned=8>.jsonl"
    records = [{"source": {"text": p}, "target": {"text": p[::-1] + p}, "confidence": 0.5} for p in PAYLOADS]
    name.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))
    html = folder / "payload.html"
    wasl("convert", "-q", name, "-o", html)
    page.open(html)
    page.press("/", "script")
    time.sleep(0.4)
    page.press(Keys.ESCAPE, "c", "m", "s")
    check(page.js("window.pwned") is None, "no payload runs")
    check(page.js("document.querySelectorAll('script').length") == 2, "no element comes from a text")
    check(page.js("document.querySelectorAll('img, svg, iframe, link').length") == 0, "no picture or link either")
    texts = page.js("[...segments.source, ...segments.target].map(s => s.text)")
    check(texts == PAYLOADS + [p[::-1] + p for p in PAYLOADS], "every text arrives to the letter")
    shown = page.js("[...document.querySelectorAll('.source .segment')].map(s => s.textContent)")
    check(shown == PAYLOADS, "and is shown to the letter")
    check("onerror" in page.driver.title, "a file's name is text as well")
    check(page.js("performance.getEntriesByType('resource').length") == 0, "nothing is loaded")
    back = page.export("jsonl").read_text().splitlines()
    check([json.loads(line)["target"]["text"] for line in back] == [p[::-1] + p for p in PAYLOADS], "the export holds them too")


def size(page, folder, count=10_000):
    generator = random.Random(1)
    records = []
    for number in range(count):
        source = " ".join(generator.choices(["كتاب", "الصَّمت", "مدينة", "ريح", "١٢", "قال"], k=generator.randint(3, 30)))
        target = " ".join(generator.choices(["book", "silence", "city", "wind", "12", "said"], k=generator.randint(3, 35)))
        records.append({"source": {"text": source, "segments": [number]}, "target": {"text": target, "segments": [number]},
                        "confidence": round(generator.random() ** 0.2, 4)})
    (folder / "large.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))
    wasl("convert", "-q", folder / "large.jsonl", "-o", folder / "large.html")
    began = time.time()
    page.open(folder / "large.html")
    check(page.js("rows.length") == count, f"{count} rows")
    loaded = time.time() - began
    page.js("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    timed = "(() => { const t = performance.now(); %s; list.offsetHeight; return performance.now() - t; })()"
    times = {
        "merge": page.js(timed % "commands.merge()"), "undo": page.js(timed % "commands.undo()"),
        "confirm": page.js(timed % "commands.confirm()"), "step": page.js(timed % "commands.next()"),
        "to the end": page.js(timed % "commands.last()"),
        "filter": page.js(timed % "(byId('filter').value = 'open', setFilter())"),
        "search": page.js(timed % "(byId('search').value = 'silence wind', setFilter())"),
    }
    frames = page.driver.execute_async_script("""
        const done = arguments[0], frames = [];
        let last = performance.now(), steps = 120;
        list.scrollTop = 0;
        (function next(now) {
          if (now) { frames.push(now - last); last = now; }
          list.scrollTop += 700;
          steps-- ? requestAnimationFrame(next) : done(frames);
        })();""")
    print(f"      scrolling: median frame {sorted(frames)[60]:.0f} ms, longest {max(frames):.0f} ms")
    print(f"      load {loaded:.2f} s; " + ", ".join(f"{name} {value:.0f} ms" for name, value in times.items()))
    check(loaded < 10, "they load in less than 10 s")
    check(sorted(frames)[60] < 250, "scrolling shows four frames a second and more, on a busy machine too")
    check(all(times[name] < 500 for name in ["merge", "undo", "confirm", "step"]), "an edit takes less than half a second")


def readme(page, folder, target):
    """The picture in the README: our own sample, some way in, with a few beads confirmed."""
    page.resize(1200, 620)
    page.scheme(False)
    wasl("align", "-q", ROOT / "Corpora/minutes/minutes.mixed.txt", "-o", folder / "minutes.html")
    page.open(folder / "minutes.html")
    page.press(Keys.HOME, *["j"] * 20, "c", "c", "c", "n")
    page.js("(rows[cursor.index].scrollIntoView({block: 'center'}), byId('message').textContent = '')")
    time.sleep(0.5)
    page.driver.save_screenshot(str(target / "readme.png"))


def main():
    global WASL
    parser = argparse.ArgumentParser()
    parser.add_argument("--wasl", default=str(ROOT / ".build/debug/wasl"))
    parser.add_argument("--screenshots")
    arguments = parser.parse_args()
    WASL = os.path.abspath(arguments.wasl)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        downloads = folder / "downloads"
        downloads.mkdir()
        for stem in ["contract", "tale"]:
            texts = [ROOT / f"Corpora/{stem}/{stem}.{end}" for end in ["ladder", "ar", "en"]]
            for end in ["html", "tsv", "jsonl", "tmx", "ladder"]:
                wasl("convert", "-q", *texts, "-o", folder / f"{stem}.{end}")
        page = Page(downloads)
        try:
            rendering(page, folder / "contract.html")
            exports(page, folder / "contract.html", "contract", folder)
            exports(page, folder / "tale.html", "tale", folder)
            edits(page, folder / "contract.html")
            keeping(page, folder / "tale.html")
            finding(page, folder / "tale.html")
            word_links(page, with_links(folder / "tale.html", folder / "linked.html"))
            injection(page, folder)
            size(page, folder)
            if arguments.screenshots:
                target = pathlib.Path(arguments.screenshots)
                target.mkdir(parents=True, exist_ok=True)
                for width, height, dark in [(1280, 850, False), (1280, 850, True), (420, 800, False), (420, 800, True)]:
                    page.resize(width, height)
                    page.scheme(dark)
                    page.open(folder / "linked.html")
                    page.press("w", "w", "w")
                    page.driver.save_screenshot(str(target / f"review-{width}-{'dark' if dark else 'light'}.png"))
                readme(page, folder, target)
        finally:
            page.driver.quit()
    print("all checks passed")


main()
