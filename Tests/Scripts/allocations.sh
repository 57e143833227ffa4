#!/bin/bash
# Counts the allocations of the text stages and fails where one makes them by the token.
#
#     Tests/Scripts/allocations.sh [FILE…]        # default: the sample documents
#
# `wasl bench text` is run with a malloc that counts, with one pass and with three; the difference is what two passes
# over the text allocate, ICU's part included. Needs a C compiler; WASL=… names another command.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
wasl=${WASL:-$root/.build/release/wasl}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/count.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static unsigned long calls;
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
#define COUNT __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED)
void *malloc(size_t size) { COUNT; return __libc_malloc(size); }
void *calloc(size_t count, size_t size) { COUNT; return __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { COUNT; return __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { COUNT; return __libc_memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
  COUNT;
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : 12;
}
__attribute__((destructor)) static void report(void) { fprintf(stderr, "%lu\n", calls); }
C
${CC:-cc} -O1 -shared -fPIC -o "$folder/count.so" "$folder/count.c"
if [ $# -eq 0 ]; then
  for _ in $(seq 50); do cat "$root"/Corpora/*/*.mixed.txt; done > "$folder/text"
  set -- "$folder/text"
fi
count() { LD_PRELOAD="$folder/count.so" "$wasl" bench text --stage "$1" --passes "$2" "${@:3}" 2>&1 >/dev/null | tail -1; }
tokens=$(cat "$@" | wc -w)
failed=0
for stage in segment words keys normalize "with map"; do
  once=$(count "$stage" 1 "$@")
  thrice=$(count "$stage" 3 "$@")
  per_pass=$(((thrice - once) / 2))
  echo "$stage: $per_pass allocations a pass over $tokens words between spaces"
  if [ $((per_pass * 100)) -gt "$tokens" ]; then failed=1; fi
done
exit $failed
