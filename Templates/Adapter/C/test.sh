#!/bin/sh
# Checks the sample, and copies of it that are cut at every byte: the first must be right, and none may
# end the program. Usage: test.sh PASSERELLE
set -eu
passerelle=$1
sample=Samples/levels.csv
cuts=$(mktemp -d)
trap 'rm -rf "$cuts"' EXIT

# The list of what this machine trusts stays as it is.
export PASSERELLE_TRUSTED_ADAPTERS="$cuts.trusted"
trap 'rm -rf "$cuts" "$cuts.trusted"' EXIT
"$passerelle" adapters trust libNewAdapter.so >/dev/null

"$passerelle" check "$sample" --adapter NewAdapter

end=$(wc -c <"$sample")
while [ "$end" -gt 0 ]; do
  end=$((end - 1))
  head -c "$end" "$sample" >"$cuts/cut-after-$end.csv"
done
status=0
"$passerelle" check "$cuts" --adapter NewAdapter >"$cuts/report" || status=$?
if [ "$status" -gt 1 ]; then
  tail -n 3 "$cuts/report"
  echo "a sample that is cut ends the program: exit code $status" >&2
  exit 1
fi
echo "the sample, and $(find "$cuts" -name '*.csv' | wc -l) copies that are cut, are read to an end"
