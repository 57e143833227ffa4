#!/bin/bash
# Aligns texts of extreme sizes and shapes under a limit on memory, checks that nothing is lost, and prints what it took.
#
#   Tests/Scripts/extremes.sh [CASE…]
#
#   WASL=…            the command; without it the release build
#   MEMORY_MB=6000    its limit on address space
#   SECONDS_EACH=600  its limit on time
set -euo pipefail
cd "$(dirname "$0")/../.."
wasl=${WASL:-$PWD/.build/release/wasl}
[[ -x $wasl ]] || { echo "extremes.sh: $wasl: not built; run swift build -c release" >&2; exit 2; }
memory=${MEMORY_MB:-6000}
limit=${SECONDS_EACH:-600}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Writes the texts of a case to $folder/ar and $folder/en.
make() {
  python3 - "$1" "$folder" <<'PYTHON'
import random, sys
case, folder = sys.argv[1:]
random.seed(1)
arabic = "كتاب قال المدينة ولد في من البيت أحمد سامي الطلاب الأمم قرار مجلس سنة مدرسة صباح يوم جديد".split()
english = "book said the city born in from house Ahmad Sami students nations decision council year school".split()
def line(words, count): return " ".join(random.choice(words) for _ in range(count)) + ".\n"
def texts():
    if case == "same":        # one sentence 120,000 times
        return "ذهب الولد إلى المدرسة صباح اليوم.\n" * 120_000, "The boy went to the school this morning.\n" * 120_000
    if case == "letters":     # a million segments of one letter
        letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        return ("".join(random.choice(letters) + "\n" for _ in range(1_000_000)),
                "".join(random.choice("abcdefghijklmnopqrstuvwxyz") + "\n" for _ in range(1_000_000)))
    if case == "words":       # one word a line
        return ("".join(random.choice(arabic) + "\n" for _ in range(200_000)),
                "".join(random.choice(english) + "\n" for _ in range(200_000)))
    if case == "unequal":     # one side a hundred times longer
        return ("".join(line(arabic, 8) for _ in range(2_000)), "".join(line(english, 8) for _ in range(200_000)))
    if case == "marks":       # nine million combining marks on one letter
        return "ا" + "\u064b\u0651\u0652" * 3_000_000 + " نهاية.\n", "a" + "\u0301\u0302\u0323" * 3_000_000 + " end.\n"
    if case == "line":        # 200 MB in one line
        return "ذهب الولد إلى المدرسة " * 5_000_000 + "\n", "the boy went to school " * 8_700_000 + "\n"
    if case == "hugeline":    # above the limit of 1 GiB
        return None
    if case == "bidi":        # direction controls around every word
        return ("".join("\u202e" + line(arabic, 5) for _ in range(20_000)),
                "".join("\u2066\u202d" + line(english, 5) for _ in range(20_000)))
    if case == "marksonly":   # full stops without words between
        return "نعم " + ". " * 2_000_000 + "\n", "yes " + "! " * 2_000_000 + "\n"
    sys.exit("no such case")
pair = texts()
if pair is None:
    word = "ذهب الولد إلى المدرسة ".encode()
    with open(folder + "/ar", "wb") as file:
        for _ in range(1_080): file.write(word * 25_000)
    pair = None, "The boy went to school.\n"
for name, text in zip(("ar", "en"), pair):
    if text is not None: open(f"{folder}/{name}", "w", encoding="utf-8").write(text)
PYTHON
}

cases=("$@")
((${#cases[@]})) || cases=(same letters words unequal marks line hugeline bidi marksonly)
failed=0
printf '%-10s %7s %9s %9s  %s\n' case status seconds MB message
for case in "${cases[@]}"; do
  make "$case"
  start=$EPOCHREALTIME
  status=0
  (
    ulimit -v $((memory * 1024))
    exec timeout "$limit" "$wasl" align --verify "$folder/ar" "$folder/en" --to ladder -o "$folder/out"
  ) 2>"$folder/message" &
  process=$!
  peak=0
  while kill -0 "$process" 2>/dev/null; do
    # The time limit's process has the aligner as its child.
    child=$(pgrep -P "$process" | head -1 || true)
    now=$(sed -n 's/^VmHWM:\s*\([0-9]*\).*/\1/p' "/proc/${child:-$process}/status" 2>/dev/null || echo 0)
    ((${now:-0} > peak)) && peak=$now
    sleep 0.1
  done
  wait "$process" || status=$?
  seconds=$(LC_ALL=C awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
  printf '%-10s %7s %9s %9s  %s\n' "$case" "$status" "$seconds" $((peak / 1024)) "$(cut -c1-100 "$folder/message" | head -1)"
  wanted=0
  [[ $case == hugeline ]] && wanted=2
  [[ $status == "$wanted" ]] || failed=1
  # What is refused leaves nothing, what is not is whole.
  if [[ $wanted == 0 ]]; then [[ -s $folder/out ]] || failed=1; else [[ ! -e $folder/out ]] || failed=1; fi
  rm -f "$folder"/*
done
exit "$failed"
