#!/bin/sh
# What is surprising: Raptor, the parser behind 'rapper' and Redland, refuses Turtle in which a line ends, or a comment
# stands, between '@prefix' (or 'PREFIX') and the prefix that it declares. In the grammar of Turtle white space and
# comments may stand between any two tokens; other parsers read the same file. The error names the line end as what is
# wrong: "syntax error at '\n'".
#
# Who meets it: whoever reads Turtle that a formatter has wrapped or a person has annotated ('@prefix # ours'), and
# whoever cuts Turtle into pieces and repeats its declarations as they stand. Joining the two on one line avoids it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v rapper >/dev/null || {
  echo "this needs 'rapper' (Debian: raptor2-utils)" >&2
  exit 2
}
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q rdflib==7.6.0
echo "rapper $(rapper --version), $("$folder/venv/bin/pip" list 2>/dev/null | grep -E '^rdflib ')"

changed=0
try() {
  printf '%b\na:b a:c a:d .\n' "$2" > "$folder/$1.ttl"
  triples=$("$folder/venv/bin/python" -c 'import rdflib, sys; print(len(rdflib.Graph().parse(sys.argv[1])))' "$folder/$1.ttl")
  if rapper -q -c -i turtle "$folder/$1.ttl" 2>"$folder/log"; then read=yes; else read=no; fi
  echo "$1: rdflib reads $triples triple, raptor reads it: $read"
  [ "$read" = "$3" ] || changed=1
}
try one-line '@prefix a: <http://example.org/> .' yes
try line-end '@prefix\n  a: <http://example.org/> .' no
try comment '@prefix # ours\n  a: <http://example.org/> .' no
try sparql 'PREFIX\n  a: <http://example.org/>' no
[ "$changed" = 0 ] || { echo "the behaviour has changed" >&2; exit 1; }
