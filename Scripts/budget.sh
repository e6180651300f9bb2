#!/bin/sh
# Counts the instructions of cold questions, which no neighbour on the machine disturbs, and compares them with what
# they may cost: Scripts/budget.sh [update]
#
# Callgrind counts what the debug build does, which CI has anyway. More than 5 % above Benchmarks/budget.tsv fails;
# 'update' writes that file anew. What each function does stays in .build-budget:
#   callgrind_annotate .build-budget/compare.profile | swift demangle | head -60
set -eu
cd "$(dirname "$0")/.."
budget=Benchmarks/budget.tsv
work=.build-budget
if ! command -v valgrind >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -y -q valgrind >/dev/null || { apt-get update -q && apt-get install -y -q valgrind; } >/dev/null || true
fi
command -v valgrind >/dev/null || {
  echo "there is no 'valgrind' here: no instructions were counted" >&2
  exit 0
}
# Another compiler makes other instructions of the same program.
compiler="Swift $(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'), $(uname -m)"
if [ "${1:-}" != update ] && ! grep -qxF "# $compiler" "$budget"; then
  echo "the budget is that of another compiler or machine, this is $compiler: nothing was compared" >&2
  exit 0
fi

mkdir -p "$work"
rm -rf "$work/data"
# Valgrind 3.19 does not read the debug information that Swift 6.3 writes. What is without it stays beside the adapters.
built=$(swift build --show-bin-path)
strip -g -o "$built/passerelle-counted" "$built/passerelle"
cold() {
  env -i PATH="$PATH" PASSERELLE_DATA="$work/data" SWIFT_DETERMINISTIC_HASHING=1 "$@"
}
count() {
  name=$1
  shift
  cold valgrind --tool=callgrind --callgrind-out-file="$work/$name.profile" "$built/passerelle-counted" "$@" \
    --as-of 2026-11-23 >"$work/$name.answer" 2>"$work/$name.log"
}
# The store is there before a question is cold.
cold "$built/passerelle-counted" stats >/dev/null
counts=
count compare compare ie-nqf:8 de-nqf:6 & counts="$counts $!"
count search search Meister & counts="$counts $!"
count show show eqf:6 & counts="$counts $!"
for count in $counts; do
  wait "$count" || { cat "$work"/*.log >&2; exit 1; }
done

{
  echo "# Instructions of cold questions of the debug build; written by 'Scripts/budget.sh update', not by hand."
  echo "# $compiler"
  for name in compare search show; do
    printf '%s\t%s\n' "$name" "$(sed -n 's/.*Collected *: *//p' "$work/$name.log")"
  done
} >"$work/counted.tsv"
if [ "${1:-}" = update ]; then
  cp "$work/counted.tsv" "$budget"
  cat "$budget"
  exit 0
fi
awk -F '\t' '
  /^#/ { next }
  NR == FNR { allowed[$1] = $2; next }
  {
    ratio = $2 / allowed[$1]
    printf "%s: %.1f million instructions, %.3f of the budget\n", $1, $2 / 1e6, ratio
    if (ratio > 1.05) over = over " " $1
    if (ratio < 0.95) under = under " " $1
  }
  END {
    if (under) print "cheaper than the budget:" under "; Scripts/budget.sh update keeps it so"
    if (over) { print "over the budget by more than 5 %:" over > "/dev/stderr"; exit 1 }
  }' "$budget" "$work/counted.tsv"
