#!/bin/sh
# What is surprising: sssom-py refuses a mapping set in which two prefixes stand for one namespace. Every CURIE
# of such a set expands to exactly one address, which is what 'curie_map' is for; but sssom-py loads the map into
# a converter of 'curies' that must also lead back from each address to one prefix, and 'parse' and 'validate'
# end with an exception before a row is read.
#
# Who meets it: whoever joins sets of several publishers, and every exporter that names its prefixes after the
# frameworks whose concepts share a namespace (versions of ESCO; the national levels of Europass, which are
# all below http://data.europa.eu/snb/qdr/). One neutral prefix a namespace avoids it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q sssom==0.4.21 curies==0.15.7 pandas==3.1.1

set_of() {
  printf '#curie_map:\n#  a: "https://skills.example.org/"\n#  b: "%s"\n' "$1"
  printf '#mapping_set_id: "https://example.org/set"\n'
  printf '#license: "https://creativecommons.org/publicdomain/zero/1.0/"\n'
  printf 'subject_id\tpredicate_id\tobject_id\tmapping_justification\n'
  printf 'a:1\tskos:exactMatch\tb:2\tsemapv:ManualMappingCuration\n'
}
set_of "https://other.example.org/" > "$folder/apart.sssom.tsv"
set_of "https://skills.example.org/" > "$folder/shared.sssom.tsv"

sssom="$folder/venv/bin/sssom"
"$sssom" --version
"$folder/venv/bin/pip" list 2>/dev/null | grep -E '^(curies|pandas|sssom) '

echo "two namespaces:"
"$sssom" parse "$folder/apart.sssom.tsv" -o "$folder/apart.out.tsv"
grep -v '^#' "$folder/apart.out.tsv"

echo "one namespace, two prefixes:"
if "$sssom" parse "$folder/shared.sssom.tsv" -o "$folder/shared.out.tsv" > "$folder/log" 2>&1; then
  echo "the set is read: the behaviour has changed" >&2
  exit 1
fi
grep -m 1 -i 'duplicate' "$folder/log" || { tail -3 "$folder/log"; exit 1; }
