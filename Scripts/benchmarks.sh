#!/bin/sh
# Measures Passerelle beside the floor programs. Usage: Scripts/benchmarks.sh FLOORS [ROUNDS]
# FLOORS is the source folder of the floors; they are built in a folder of this checkout.
# With AGAINST=REV, another commit is built as well, and both are asked the same questions by turns.
# With QUICK=1, everything runs once, and nothing has a gigabyte: it shows that the suite runs, and the sizes of ratios.
set -eu
floors=${1:?usage: Scripts/benchmarks.sh FLOORS [ROUNDS]}
rounds=${2:-${QUICK:-5}}
cd "$(dirname "$0")/.."
work=.build-floors
if [ ! -d "$floors/src" ]; then
  echo "no floor programs in '$floors': nothing to measure beside" >&2
  exit 0
fi
mkdir -p "$work/bin" "$work/data/small"
gcc -O2 -Wall -o "$work/bin/measure" Benchmarks/Floors/measure.c
PASSERELLE_MEASURE=$PWD/$work/bin/measure
export PASSERELLE_MEASURE
[ -d "$floors/../../data/esco-1.1.1-relations" ] && ln -sfn "$(cd "$floors/../../data" && pwd)" "$work/esco"
if [ -n "${AGAINST:-}" ]; then
  other=$work/against-$(git rev-parse --short "$AGAINST")
  [ -d "$other" ] || git worktree add --detach "$other" "$AGAINST"
  make --no-print-directory -C "$other" build
  make --no-print-directory build
  exec .build/release/PasserelleBenchmarks against "$work" "$PWD/$other/.build/release" "$rounds"
fi
xml=$(pkg-config --cflags --libs libxml-2.0)
# shellcheck disable=SC2086
[ -x "$work/bin/xmlsax" ] || gcc -O2 -w -o "$work/bin/xmlsax" "$floors/src/xmlsax.c" $xml
[ -x "$work/bin/yamlev" ] || gcc -O2 -w -o "$work/bin/yamlev" "$floors/src/yamlev.c" -lyaml
[ -x "$work/bin/csvscan" ] || gcc -O2 -w -o "$work/bin/csvscan" "$floors/src/csvscan.c"
[ -f "$work/data/register.xml" ] || python3 "$floors/gen_data.py" "$work/data" 100 30 1000000
[ -f "$work/data/small/register.xml" ] || python3 "$floors/gen_data.py" "$work/data/small" 10 1 1000
[ -f "$work/data/tiny/register.xml" ] || python3 "$floors/gen_data.py" "$work/data/tiny" 1 1 1000
# The imports: their floors, a register of a gigabyte for the memory, the data of ESCO, and a peer.
[ -x "$work/bin/importfloor" ] || {
  # shellcheck disable=SC2086
  gcc -O2 -w -o "$work/bin/importfloor" "$floors/src/importfloor.c" $xml -lsqlite3
}
gcc -O2 -Wall -o "$work/bin/escofloor" Benchmarks/Floors/escofloor.c -lsqlite3
[ -f "$work/data/large/register.xml" ] || [ -n "${QUICK:-}" ] ||
  python3 "$floors/gen_data.py" "$work/data/large" 1000 1 1000
[ -x "$work/venv/bin/python" ] || {
  python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q pandas
} || echo "no pandas: the peer is left out" >&2
swift build -c release --package-path Benchmarks/Register --scratch-path "$work/register"

# A set of mappings, and the program in plain Python that reads it.
peers=$floors/../peers
if [ -f "$peers/gen.py" ]; then
  ln -sfn "$(cd "$peers" && pwd)" "$work/peers"
  [ -f "$work/data/mesh/mappings.sssom.tsv" ] ||
    python3 "$peers/gen.py" --shape mesh --edges 100000 --out "$work/data/mesh" >/dev/null
fi

make --no-print-directory build
make --no-print-directory pins FOLDER=.build/release
.build/release/PasserelleBenchmarks "$work" "$rounds"

# Chains of mappings, beside the reference program in plain Python: the same answers, and the times.
if [ -f "$peers/gen.py" ]; then
  for shape in mesh star; do
    data=$work/data/$shape
    [ -f "$data/expected-h3.tsv" ] || {
      python3 "$peers/gen.py" --shape "$shape" --edges 100000 --out "$data" >/dev/null
      python3 "$peers/oracle.py" "$data" >/dev/null
    }
    printf '\nchains over 100,000 mappings, %s\n' "$shape"
    python3 "$peers/case.py" plain_query "$data"
    python3 "$peers/case.py" plain_allchains "$data"
    .build/release/PasserelleBenchmarks chains "$data"
  done
fi
