#!/bin/bash
# Checks that every public symbol of Wasl and WaslBitext is documented, that the code of the library's articles compiles
# and runs, and, where docc is installed, that the documentation's links lead somewhere.
#
#   Tests/Scripts/documentation.sh [FOLDER]    # after swift build; the pages go to FOLDER if given
set -euo pipefail
graphs=$(mktemp -d)
pages=$(realpath -m "${1:-$graphs/pages}")
cd "$(dirname "$0")/../.."
trap 'rm -rf "$graphs"' EXIT

maps=()
for map in .build/debug/C*.build/module.modulemap; do maps+=(-Xcc "-fmodule-map-file=$PWD/$map"); done
for module in Wasl WaslBitext; do
  swift symbolgraph-extract -module-name "$module" -I .build/debug/Modules "${maps[@]}" -output-dir "$graphs" \
    -target "$(uname -m)-unknown-linux-gnu" -minimum-access-level public
done
python3 - "$graphs" <<'PY'
import json, pathlib, sys
symbols, bare = 0, []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    for symbol in json.loads(path.read_text())["symbols"]:
        # What the compiler makes, of an Equatable for example, has its documentation in the standard library.
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        symbols += 1
        if "docComment" not in symbol:
            place = symbol.get("location", {})
            line = place.get("position", {}).get("line", -1) + 1
            bare.append(f"{place.get('uri', path.name).removeprefix('file://')}:{line}: {'.'.join(symbol['pathComponents'])}")
for text in bare:
    print("no documentation:", text)
print(f"ok       {symbols} public symbols of Wasl and WaslBitext, {len(bare)} without documentation")
sys.exit(1 if bare else 0)
PY

# The articles' code is that of the examples, so that it compiles; and each example runs.
articles=(
  AligningTwoStrings:AlignStrings AligningFiles:AlignFiles ExplainingBeads:ExplainBeads
  AligningManyDocuments:AlignManyDocuments WritingFormats:WriteFormats
)
code() { sed -n '/^```swift/,/^```/p' "$1" | sed 's/^```swift$//;/^```/d'; }
for pair in "${articles[@]}"; do
  diff -B <(code "Sources/Wasl/Wasl.docc/${pair%:*}.md") <(sed 1d "Tests/Examples/${pair#*:}/main.swift")
done
# In the main build's folder, so that nothing is compiled twice.
swift build --package-path Tests/Examples --scratch-path .build >"$graphs/log" 2>&1 ||
  { grep -E 'error|warning' "$graphs/log" || tail -n 20 "$graphs/log"; exit 1; }
mkdir "$graphs/run"
python3 - "$graphs/run" <<'PY'
# The document and the terms that the examples read.
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
paragraphs = ["يدفع المستأجر الإيجار في أول كل شهر.", "The tenant pays the rent on the first of each month.",
              "يصلح المالك السقف قبل الشتاء.", "The landlord repairs the roof before winter."]
body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
with zipfile.ZipFile(folder / "contract.docx", "w") as archive:
    archive.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/'
                     f'main"><w:body>{body}</w:body></w:document>')
(folder / "terms.tsv").write_text("المستأجر\ttenant\n", encoding="utf-8")
PY
binaries=$PWD/.build/debug
for pair in "${articles[@]}"; do
  example=${pair#*:}
  (cd "$graphs/run" && "$binaries/$example" >"$example.txt")
  echo "ok       $example: $(wc -l <"$graphs/run/$example.txt") lines"
done
# As the tutorial says.
[[ $(grep -c '^1-1 0' "$graphs/run/AlignStrings.txt") == 4 ]]
grep -q '^1-2 in order' "$graphs/run/AlignStrings.txt"
[[ $(grep -c '<tu' "$graphs/run/contract.tmx") -ge 2 ]]

# It lies beside the compiler.
docc=$(dirname "$(readlink -f "$(command -v swift)")")/docc
if [[ -x $docc ]]; then
  rm "$graphs"/WaslBitext*
  "$docc" convert Sources/Wasl/Wasl.docc --additional-symbol-graph-dir "$graphs" --output-dir "$pages" \
    --fallback-display-name Wasl --fallback-bundle-identifier wasl >"$graphs/log" 2>&1 || { cat "$graphs/log"; exit 1; }
  # Not every parameter needs words, but every link must lead somewhere.
  if grep -E "doesn't exist|not found|resolve" "$graphs/log"; then exit 1; fi
  echo "ok       docc: $(find "$pages/data" -name '*.json' | wc -l) pages"
else
  echo "missing  docc: it comes with Swift's toolchain"
fi
