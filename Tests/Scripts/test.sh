#!/bin/bash
# Sets Wasl up and passes its tests: installs the packages that are missing, builds everything, and runs the tests.
#
#   Tests/Scripts/test.sh [SWIFT TEST OPTIONS]    # such as --filter TextTests
set -euo pipefail
cd "$(dirname "$0")/../.."
Sources/Tools/install-packages --tests
swift build --build-tests
# One line for each test that has ended; those that began are noise.
swift test --skip-build "$@" 2>&1 | grep -v '^◇'
