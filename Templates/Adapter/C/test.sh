#!/bin/sh
# Checks the sample, and copies of it that are cut at every byte: the first must be right, and none may
# end the program. Usage: test.sh PASSERELLE
set -eu
passerelle=$1
sample=Samples/levels.csv
work=$(mktemp -d)
cuts=$work/cuts
mkdir "$cuts"
trap 'rm -rf "$work"' EXIT

# What this machine trusts stays as it is.
export PASSERELLE_TRUSTED_ADAPTERS="$work/trusted"
"$passerelle" adapters trust libNewAdapter.so >/dev/null

"$passerelle" check "$sample" --adapter NewAdapter

end=$(wc -c <"$sample")
while [ "$end" -gt 0 ]; do
  end=$((end - 1))
  head -c "$end" "$sample" >"$cuts/cut-after-$end.csv"
done
status=0
"$passerelle" check "$cuts" --adapter NewAdapter >"$work/report" || status=$?
if [ "$status" -gt 1 ]; then
  tail -n 3 "$work/report"
  echo "a sample that is cut ends the program: exit code $status" >&2
  exit 1
fi
echo "the sample, and $(find "$cuts" -name '*.csv' | wc -l) copies that are cut, are read to an end"
