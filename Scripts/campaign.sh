#!/bin/sh
# Tries what would take too long in the tests: growth of work, damaged stores, cuts of power. Usage: Scripts/campaign.sh
# Each part prints what it has found; the exit code is that of the last part that failed.
set -u
cd "$(dirname "$0")/.."
program=.build/release/passerelle
failed=0

printf '\nEach byte of a store may be another: the same answer, or a named error.\n'
python3 Scripts/flips.py "$program" 200 || failed=$?

printf '\nThe power goes 2,100 times in the middle of seven works: the old content, or the new.\n'
log=$(mktemp)
PASSERELLE_POWER_CUTS=300 swift test --skip-build --filter PowerLossTests >"$log" 2>&1 || failed=$?
tail -3 "$log"
rm -f "$log"

printf '\nWork grows with the input.\n'
python3 Benchmarks/Growth/growth.py "$program" || failed=$?

exit "$failed"
