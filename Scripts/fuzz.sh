#!/bin/sh
# Feeds what takes strangers' bytes with inputs that a fuzzer makes. Usage: Scripts/fuzz.sh [SECONDS] [TARGET…]
# Without targets, each has its time in turn (default: 60 seconds), one process at a time. Inputs that reach something new are
# kept in .build-fuzz/corpus/TARGET, so that the next run goes on from there; those that end badly, in .build-fuzz/findings.
# A finding is mended, and its input, made harmless to other software, joins Fuzzing/Seeds, which the tests replay.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
build=.build-fuzz
mkdir -p $build/findings
resources=$(clang -print-resource-dir)
fuzzer=$(find "$resources/lib" -name "libclang_rt.fuzzer_no_main*$(uname -m)*.a" -o -name 'libclang_rt.fuzzer_no_main.a' | head -1)
[ -n "$fuzzer" ] || { echo 'this toolchain has no libFuzzer' >&2; exit 1; }

# The shims in C, where sanitizers see each byte.
for shim in xml:libxml-2.0 yaml:yaml-0.1; do
  name=${shim%%:*} folder=Sources/C$(echo "${shim%%:*}" | tr a-z A-Z)
  clang -O1 -g -fuse-ld=lld -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -I"$folder/include" \
    "Fuzzing/Shims/$name.c" "$folder"/*.c $(pkg-config --cflags --libs "${shim##*:}") -o "$build/shim-$name" 2>/dev/null
done
# All else in Swift, whose checks trap.
PASSERELLE_FUZZER=$fuzzer swift build -c release --scratch-path $build --product passerelle-fuzz
program=$build/release/passerelle-fuzz

# A small store to ask.
if [ ! -e $build/store.db ]; then
  .build/debug/passerelle snapshot $build/store.db >/dev/null || .build/release/passerelle snapshot $build/store.db >/dev/null
fi
# The fuzzer keeps what ends the program; the runtime's own report of it would come first.
export SWIFT_BACKTRACE=enable=no
# Targets that need a file write it, often.
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm
export PASSERELLE_STORE="$PWD/$build/store.db" PASSERELLE_LANGUAGES="$PWD/Languages"

targets=${*:-shim-xml shim-yaml $("$program" || true)}
status=0
printf '%-16s %12s %9s %9s %9s  %s\n' target executions seconds coverage inputs findings
for target in $targets; do
  corpus=$build/corpus/$target
  mkdir -p "$corpus"
  seeds=Fuzzing/Seeds/${target#shim-}
  case $target in shim-*) set -- "$build/$target" ;; *) set -- "$program" "$target" ;; esac
  nice -n 19 "$@" "$corpus" "$seeds" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$build/findings/$target-" >"$build/$target.log" 2>&1 || status=1
  awk -v target="$target" -v seconds="$seconds" -v inputs="$(ls "$corpus" | wc -l)" \
    -v findings="$(ls $build/findings | grep -c "^$target-" || true)" '
    /number_of_executed_units/ { runs = $2 }
    / cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") coverage = $(i + 1) }
    END { printf "%-16s %12s %9s %9s %9s  %s\n", target, runs, seconds, coverage, inputs, findings }' "$build/$target.log"
done
exit "$status"
