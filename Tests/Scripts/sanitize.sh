#!/bin/bash
# Runs the tests, and a few seconds of fuzzing for each target that reads, under the sanitizers.
#
#   Tests/Scripts/sanitize.sh [address|undefined|thread]… [-- OPTION OF swift test …]
#
# Each sanitizer has a build of its own in .build-SANITIZER. Without names all three run, one after the other.
# `address` and `thread` look at Swift and C. `undefined` looks at the targets in C (CText, CICU, CKernel, CModel,
# CZlib): Swift has no such sanitizer on Linux, and checks its own arithmetic, bounds and conversions in every build.
# What it finds ends the process by SIGILL.
#
#   FUZZ_SECONDS=5   CPU seconds of fuzzing for each target; 0 for none
set -euo pipefail
cd "$(dirname "$0")/../.."

sanitizers=()
while (($#)) && [[ $1 != -- ]]; do
  case $1 in
    address | undefined | thread) sanitizers+=("$1") ;;
    *) sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift
done
(($#)) && shift
((${#sanitizers[@]})) || sanitizers=(address undefined thread)

# Limits on memory and on the size of files stop the sanitizers' own run time; a test with an environment of its own takes
# their options away.
skipped=(--skip tooLittleMemoryIsSaid --skip whatWasThereStaysWhenTheRoomEnds --skip noTemporaryFolderIsNeeded
  --skip longWorkIsShownOnATerminalOnly)

# What reads. What aligns takes minutes a run in a build without optimisation, and the tests do that.
targets=(decode text html markdown srt vtt pdf docx odt epub zip gzip zstd tmx xliff tsv csv jsonl po anypairs moses
  ladder rungs spans validate model)

for sanitizer in "${sanitizers[@]}"; do
  echo "== $sanitizer"
  build=.build-$sanitizer
  # A finding ends the process, so that no test can pass over it. What the tests leave to the process's end is no leak.
  export ASAN_OPTIONS=detect_leaks=0:abort_on_error=1
  export TSAN_OPTIONS=halt_on_error=1
  # Without a run time to link, which Swift lacks for it here.
  options=(--sanitize "$sanitizer")
  [[ $sanitizer == undefined ]] && options=(-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined)
  swift build --build-tests "${options[@]}" --scratch-path "$build"
  swift test --skip-build "${options[@]}" --scratch-path "$build" "${skipped[@]}" "$@" 2>&1 | grep -v '^◇'
  if [[ ${FUZZ_SECONDS:-5} != 0 ]]; then
    "$build/debug/wasl-fuzz" "${targets[@]}" --seconds "${FUZZ_SECONDS:-5}" --patience 1800
  fi
done
