#!/bin/bash
# Compares the search band's search with that of the whole lattice: the same beads on random documents, and on the
# development sets where these lie beside the checkout or in WASL_DATA. Whole lattices take minutes without
# optimisation, so the tests are built for release, into a folder of their own.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift test -c release -Xswiftc -enable-testing --scratch-path .build-testing --filter 'AligningTests.SearchBand'
