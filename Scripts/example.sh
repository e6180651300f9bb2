#!/bin/sh
# Builds the program in the documentation that asks Passerelle, runs it, and holds the page to what it prints.
set -eu
cd "$(dirname "$0")/.."
example=Documentation/Examples/Ask
page=Documentation/SwiftLibrary.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# In the build folder of the package itself all it depends on is built already, and with the same pins it
# stays so. The plan of the last build is another package's, so it is not taken from there.
swift build
cp Package.resolved "$example/"
swift build --package-path "$example" --scratch-path .build --disable-build-manifest-caching --product Ask
built=$(swift build --show-bin-path)

PASSERELLE_DATA="$work" "$built/Ask" "$built/passerelle" Documentation/Profiles/ph-de-nurse-aide.yaml >"$work/printed"
awk '/^```$/ { on = 0 } on { print } /^```text$/ { on = 1 }' "$page" >"$work/quoted"
diff -u --label "$page" --label "what $example prints" "$work/quoted" "$work/printed"
echo "$example prints what $page says"
