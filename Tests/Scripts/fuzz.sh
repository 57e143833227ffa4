#!/bin/bash
# Fuzzes everything that reads input, for so many CPU seconds a target, in an optimised build that keeps its assertions.
#
#   Tests/Scripts/fuzz.sh [SECONDS] [TARGET…]
#
# A failure is printed with the command that repeats it; the exit status is 0 when nothing was found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
(($#)) && shift
for product in wasl wasl-fuzz; do
  swift build -c release --product "$product" --scratch-path .build-fuzz -Xswiftc -assert-config -Xswiftc Debug
done
exec nice -n 19 .build-fuzz/release/wasl-fuzz --seconds "$seconds" "$@"
