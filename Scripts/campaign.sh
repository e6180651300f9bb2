#!/bin/sh
# Tries what would take too long in the tests, for up to an hour, and prints what became of each promise.
# Usage: Scripts/campaign.sh [FLIPS [CUTS [OPTION OF growth.py…]]]
# PASSERELLE names the program that is tried, if that is not the release; what was printed is in .build/campaign.
set -u
cd "$(dirname "$0")/.."
program=${PASSERELLE:-.build/release/passerelle}
flips=${1:-200} cuts=${2:-2100}
[ $# -lt 2 ] || shift
[ $# -lt 1 ] || shift
log=.build/campaign
rm -rf "$log" && mkdir -p "$log"
failed=0
: >"$log/table"

# Runs a part: its name, the promise, and the command; FIGURE then reads a figure of what it has printed.
part() {
  name=$1 promise=$2
  shift 2
  printf '%s: %s …\n' "$name" "$promise"
  started=$(date +%s)
  verdict=kept
  "$@" >"$log/$name" 2>&1 || verdict='NOT KEPT' failed=1
  printf '%-62s | %-44s | %5s s | %s\n' "$promise" "$(figure "$name")" "$(($(date +%s) - started))" "$verdict" >>"$log/table"
}

figure() {
  case $1 in
  flips) awk '/the same answer/ { same += $(NF - 3) } /a named error/ { named += $(NF - 3) } /no word/ { quiet++ }
      END { printf "%d the same, %d named errors, %d quiet", same, named, quiet }' "$log/$1" ;;
  growth) awk '/^  / && $NF ~ /^[0-9.]+$/ { if ($NF > most) most = $NF } /^  / { commands++ } /^above/ { above++ }
      END { printf "%d measured, worst exponent %.2f, above: %d", commands, most, above }' "$log/$1" ;;
  *) sed -n 's/.*\(Test run with .*\)\.$/\1/p' "$log/$1" | sed 's/ after .*//;s/Test run with //' | tail -1 ;;
  esac
}

tests() { swift test --skip-build --filter "$1"; }
cuts() (
  export PASSERELLE_POWER_CUTS=$((cuts / 7))
  tests PowerLossTests
)

part flips "$flips flipped places of a store: the same answer, or an error" python3 Scripts/flips.py "$program" "$flips"
part cuts "$cuts cuts of power in seven works: the old content, or the new" cuts
part disk 'no room, or a store that may only be read: asked, and not changed' python3 Scripts/faults.py "$program"
part strangers 'nothing runs, is read or is replaced that is not yours' \
  tests 'TrustTests|HostileModuleTests|IsolationTests|UnconfinedTests|StorePlaceTests|ExportFileTests'
part hostile 'no file crashes the program, or keeps it busy' \
  tests 'HostileInputTests|HostileArchiveTests|CorpusTests|ReplayTests|XMLReaderTests|YAMLReaderTests|JSONReaderTests'
part faults 'a fault of the machine is told as one' tests 'MachineFaultTests|DamagedStoreTests|StoreFileTests|RebuildingTests'
part signed 'a changed statement is not verified' tests 'ForgeryTests|VectorTests'
part growth 'work grows with the input: no exponent above 1.2' python3 Benchmarks/Growth/growth.py "$program" "$@"

printf '\n'
cat "$log/table"
exit "$failed"
