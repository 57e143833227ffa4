#!/bin/bash
# Has other people's tools read what wasl writes, and prints what each of them checked.
#
#   Tests/Scripts/interoperability.sh [WASL]
#
# Uses what is installed of: xmllint (libxml2-utils), gzip, zstd, msgfmt (gettext), OmegaT (omegat), and in PYTHON
# (default python3) lxml, translate-toolkit, pandas, pyarrow, datasets and choppa (choppa-srx). What is missing is named and passed over; exit status 1 when a judge objects.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
wasl=$(realpath "${1:-$root/.build/debug/wasl}")
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0

judge() { # NAME COMMAND…: runs it, and prints its last line
  local name=$1
  shift
  if "$@" >log 2>&1; then
    echo "ok       $name: $(tail -n 1 log)"
  else
    echo "FAILED   $name"
    tail -n 20 log
    failed=1
  fi
}
missing() { echo "missing  $1: install $2"; }
has_module() { "$python" -c "import $1" 2>/dev/null; }

for document in contract tale report; do
  texts=("$root/Corpora/$document/$document".{ladder,ar,en})
  for end in tmx tsv jsonl xlf csv po; do
    "$wasl" convert -q "${texts[@]}" -o "$document.$end" --source-language ar-SY --target-language en-GB
  done
  "$wasl" convert -q "${texts[@]}" --to moses -o "$document"
done
"$wasl" convert -q "$root"/Corpora/contract/contract.{ladder,ar,en} --to csv --bom -o bom.csv

# xmllint: the DTD of TMX 1.4.
if command -v xmllint >/dev/null; then
  judge "xmllint, tmx14.dtd" bash -c '
    xmllint --noout --nonet --dtdvalid "$0" ./*.tmx && echo "$(ls ./*.tmx | wc -l) TMX files are valid"' \
    "$root/Tests/PairFormatsTests/tmx14.dtd"
  judge "xmllint, XLIFF" bash -c 'xmllint --noout --nonet ./*.xlf && echo "$(ls ./*.xlf | wc -l) XLIFF files are well-formed"'
else
  missing xmllint libxml2-utils
fi

judge "wc -l, Moses" bash -c '
  for base in contract tale report; do
    [ "$(wc -l <$base.ar)" = "$(wc -l <$base.en)" ] && [ "$(wc -l <$base.ar)" = "$(grep -c "<tu>" $base.tmx)" ]
  done && echo "as many lines on both sides as units in the TMX"'

judge "gzip" bash -c '
  gzip -k contract.tmx && "$0" convert -q contract.tmx.gz --to tsv >a && "$0" convert -q contract.tmx --to tsv >b &&
  cmp a b && echo "a packed TMX gives the same pairs"' "$wasl"

if command -v zstd >/dev/null; then
  judge "zstd" bash -c '
    zstd -q -k contract.tmx && "$0" convert -q contract.tmx.zst --to tsv >a && "$0" convert -q contract.tmx --to tsv >b &&
    cmp a b && echo "a packed TMX gives the same pairs"' "$wasl"
else
  missing zstd zstd
fi

if command -v msgfmt >/dev/null; then
  judge "msgfmt of gettext" bash -c '
    for name in contract tale report; do
      msgfmt -c --statistics -o $name.mo $name.po 2>found || { cat found; exit 1; }
      [ "$(grep -o "^[0-9]*" found)" = "$(grep -c "<tu>" $name.tmx)" ] || { cat found; exit 1; }
      # What gettext writes, in another character set, is read back as the same pairs.
      msgconv --to-code=UTF-8 --width=60 $name.po | "$0" convert -q - --from po --to tsv >wrapped
      "$0" convert -q $name.po --to tsv | cmp - wrapped || exit 1
    done
    echo "as many messages as units in the TMX, and the same pairs from what it writes"' "$wasl"
else
  missing msgfmt gettext
fi

command -v "$python" >/dev/null && judge "csv of Python" "$python" - <<'PY'
import csv
rows = list(csv.reader(open("contract.csv", encoding="utf-8", newline="")))
bom = list(csv.reader(open("bom.csv", encoding="utf-8-sig", newline="")))
plain = [line.rstrip("\n").split("\t") for line in open("contract.tsv", encoding="utf-8", newline="\n")]
assert rows == bom == plain, "CSV and TSV differ"
print(len(rows) - 1, "rows, the same with and without byte order mark and in TSV")
PY

if has_module lxml; then
  judge "lxml" "$python" - <<'PY'
from lxml import etree
units = 0
for name in ["contract", "tale", "report"]:
    tmx = etree.parse(name + ".tmx").getroot()
    srclang = tmx.find("header").get("srclang")
    for tu in tmx.iter("tu"):
        tags = [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in tu.iter("tuv")]
        assert tags == ["ar-SY", "en-GB"] and srclang == tags[0], tags
        units += 1
    xliff = etree.parse(name + ".xlf").getroot()
    space = "{urn:oasis:names:tc:xliff:document:2.0}"
    pairs = [(s.findtext(space + "source"), s.findtext(space + "target")) for s in xliff.iter(space + "segment")]
    segs = [tuple(tuv.findtext("seg") for tuv in tu.iter("tuv")) for tu in tmx.iter("tu")]
    assert pairs == segs, "XLIFF and TMX differ"
    assert xliff.get("srcLang") == "ar-SY" and xliff.get("trgLang") == "en-GB"
print(units, "units, tags that agree with srclang; XLIFF and TMX hold the same pairs")
PY
else
  missing lxml "it with pip install lxml"
fi

if has_module translate; then
  judge "translate-toolkit" "$python" - <<'PY'
import json
from translate.storage import po, tmx
units = 0
for name in ["contract", "tale", "report"]:
    store = tmx.tmxfile(open(name + ".tmx", "rb"), sourcelanguage="ar-SY", targetlanguage="en-GB")
    pairs = [(unit.source, unit.target) for unit in store.units]
    records = map(json.loads, open(name + ".jsonl", encoding="utf-8"))
    expected = [(r["source"]["text"], r["target"]["text"]) for r in records if r["source"] and r["target"]]
    assert [(str(s), str(t)) for s, t in pairs] == expected, "TMX and JSONL differ"
    messages = po.pofile(open(name + ".po", "rb"))
    assert [(str(u.source), str(u.target)) for u in messages.units if not u.isheader()] == expected, "PO and JSONL differ"
    units += len(pairs)
print(units, "units read from TMX and from PO, source and target as in JSONL")
PY
else
  missing translate-toolkit "it with pip install translate-toolkit"
fi

if has_module pandas; then
  judge "pandas" "$python" - <<'PY'
import csv
import pandas
for name in ["contract", "tale", "report"]:
    table = pandas.read_csv(name + ".tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    assert list(table.columns) == ["source", "target", "confidence", "source_segments", "target_segments"]
    assert table["confidence"].dtype == float and table["confidence"].between(0, 1).all()
    lines = pandas.read_json(name + ".jsonl", lines=True)
    assert len(lines) == len(table), "TSV and JSONL differ in length"
    assert [s["text"] if s else "" for s in lines["source"]] == list(table["source"]), "the sources differ"
print("TSV and JSONL give the same tables")
PY
else
  missing pandas "it with pip install pandas"
fi

if has_module pyarrow; then
  judge "pyarrow" "$python" - <<'PY'
import pyarrow.csv, pyarrow.json, pyarrow.parquet
rows = 0
for name in ["contract", "tale", "report"]:
    table = pyarrow.json.read_json(name + ".jsonl")
    assert {"source", "target", "confidence"} <= set(table.column_names), table.column_names
    tsv = pyarrow.csv.read_csv(name + ".tsv", parse_options=pyarrow.csv.ParseOptions(delimiter="\t", quote_char=False))
    assert tsv.num_rows == table.num_rows
    pyarrow.parquet.write_table(table, name + ".parquet")
    assert pyarrow.parquet.read_table(name + ".parquet").num_rows == table.num_rows
    rows += table.num_rows
print(rows, "rows from JSONL and TSV, and through Parquet")
PY
else
  missing pyarrow "it with pip install pyarrow"
fi

if has_module datasets; then
  judge "datasets" env HF_HOME="$folder/hf" HF_DATASETS_OFFLINE=1 "$python" - <<'PY'
import csv
import datasets
rows = 0
for name in ["contract", "tale", "report"]:
    lines = datasets.load_dataset("json", data_files=name + ".jsonl", split="train")
    table = datasets.load_dataset("csv", data_files=name + ".tsv", split="train", delimiter="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    assert [s["text"] if s else "" for s in lines["source"]] == list(table["source"]), "the sources differ"
    assert [t["text"] if t else "" for t in lines["target"]] == list(table["target"]), "the targets differ"
    rows += lines.num_rows
print(rows, "rows, JSONL and TSV the same")
PY
else
  missing datasets "it with pip install datasets"
fi

# A field that begins with a quotation mark: who reads tabs alone, and who takes the mark for the start of a quoted field.
printf 'source\ttarget\n"نعم" قال\t"Yes," he said\n"لا\tNo"\nربما\tMaybe\n' >quoted.tsv
quotes_judge='
import sys
right = [["\"نعم\" قال", "\"Yes,\" he said"], ["\"لا", "No\""], ["ربما", "Maybe"]]
def said(rows): return "as written" if rows == right else f"{len(rows)} rows, shifted in silence"
'
quotes() { # NAME MODULE CODE
  if has_module "$2"; then
    judge "$1, quotation marks in TSV" "$python" -c "$quotes_judge$3"
  else
    missing "$1, quotation marks" "it with pip install $2"
  fi
}
quotes pandas pandas '
import csv, pandas
try: plain = said(pandas.read_csv("quoted.tsv", sep="\t").values.tolist())
except Exception as error: plain = "refused"
rows = pandas.read_csv("quoted.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False).values.tolist()
assert rows == right, rows
print("by default", plain + "; with quoting=csv.QUOTE_NONE as written")'
quotes polars polars '
import polars
try: plain = said([list(row) for row in polars.read_csv("quoted.tsv", separator="\t").rows()])
except Exception as error: plain = "refused"
rows = [list(row) for row in polars.read_csv("quoted.tsv", separator="\t", quote_char=None).rows()]
assert rows == right, rows
print("by default", plain + "; with quote_char=None as written")'
quotes pyarrow pyarrow '
from pyarrow import csv
def read(**more):
    table = csv.read_csv("quoted.tsv", parse_options=csv.ParseOptions(delimiter="\t", **more))
    return [list(row.values()) for row in table.to_pylist()]
try: plain = said(read())
except Exception as error: plain = "refused"
assert read(quote_char=False) == right, read(quote_char=False)
print("by default", plain + "; with quote_char=False as written")'
quotes datasets datasets '
import csv, datasets
datasets.disable_progress_bars()
def read(**more):
    rows = datasets.load_dataset("csv", data_files="quoted.tsv", sep="\t", split="train", cache_dir="cache", **more)
    return [[row["source"], row["target"]] for row in rows]
try: plain = said(read())
except Exception as error: plain = "refused"
assert read(quoting=csv.QUOTE_NONE, keep_default_na=False) == right
print("by default", plain + "; with quoting=csv.QUOTE_NONE as written")'

# Another program's SRX engine must find the sentences that wasl finds.
if has_module choppa; then
  "$wasl" srx -o wasl.srx
  for document in contract tale report; do
    for language in ar en; do
      cp "$root/Corpora/$document/$document.$language.txt" "$document.$language.txt"
      "$wasl" segment --language $language "$document.$language.txt" >"$document.$language.sentences"
    done
  done
  judge "choppa, SRX" "$python" - <<'PY'
from choppa import SRX_2_XSD, SrxDocument
from choppa.iterators import SrxTextIterator
rules = SrxDocument(ruleset="wasl.srx", validate_ruleset=SRX_2_XSD)
same = total = 0
for name in ["contract", "tale", "report"]:
    for language in ["ar", "en"]:
        text = open(f"{name}.{language}.txt", encoding="utf-8").read()
        theirs = [" ".join(part.split()) for part in SrxTextIterator(rules, language, text) if part.strip()]
        ours = [" ".join(line.split()) for line in open(f"{name}.{language}.sentences", encoding="utf-8")]
        total += len(ours)
        same += len(set(ours) & set(theirs))
assert same >= 0.95 * total, f"{same} of {total}"
print(f"the rules are valid SRX 2.0; {same} of {total} sentences are those of wasl segment")
PY
else
  missing choppa "it with pip install choppa-srx"
fi

# OmegaT: a project whose source text is one side of the TMX; it must translate all of it from the memory.
if command -v omegat >/dev/null; then
  mkdir -p project/{source,target,tm/auto,glossary,dictionary,omegat} config
  cp contract.tmx project/tm/auto/
  cat >project/omegat.project <<'XML'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>AR-SY</source_lang><target_lang>EN-GB</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
XML
  "$wasl" convert -q contract.tmx --to tsv --no-header | cut -f1 | sed 'a\\' >project/source/text.txt
  "$wasl" convert -q contract.tmx --to tsv --no-header | cut -f2 >expected
  judge "OmegaT" bash -c '
    omegat --mode=console-translate --config-dir="$PWD/config" --disable-project-locking project >omegat.log 2>&1
    grep -v "^\s*$" project/target/text.txt | tr -d "\r" >got || { tail omegat.log; exit 1; }
    total=$(wc -l <expected); found=$(diff --unchanged-line-format="=%L" --old-line-format= --new-line-format= expected got | grep -c ^= || true)
    [ "$found" = "$total" ] || { diff expected got | head; exit 1; }
    echo "$found of $total segments translated from the memory"'
else
  missing OmegaT omegat
fi

exit $failed
