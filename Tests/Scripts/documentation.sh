#!/bin/bash
# Checks that every public symbol of the modules that `import Wasl` brings is documented, that the tutorial's package
# compiles and runs, and, where docc is installed, that the documentation's links lead somewhere.
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

# Its sources are the tutorial's, so that the tutorial compiles.
tutorial=Sources/Wasl/Wasl.docc/AligningTwoStrings.md
example=Tests/Examples/AlignStrings
diff <(sed -n '/^```swift/,/^```/p' "$tutorial" | sed '1d;/^```/,$d') <(grep -v '^//' "$example/Sources/AlignStrings/main.swift")
# In the main build's folder, so that nothing is compiled twice.
swift build --package-path "$example" --scratch-path .build >"$graphs/log" 2>&1 || { tail -n 20 "$graphs/log"; exit 1; }
echo "ok       the tutorial's package: $(.build/debug/AlignStrings | wc -l) pairs"

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
