#!/bin/sh
# Builds the documentation of the libraries that others import, and fails on any warning.
set -eu
cd "$(dirname "$0")/.."
work=.build-docs
swift build --target PasserelleKit
swift build --target PasserelleTesting
swift build --target PasserelleAnswers
built=$(swift build --show-bin-path)
target=$(swiftc -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p')

# The pages have the model in them, as those who write against a library have it with one import.
for module in PasserelleKit PasserelleTesting PasserelleAnswers; do
  rm -rf "$work/$module.symbols" "$work/$module.doccarchive"
  mkdir -p "$work/$module.symbols"
  set --
  for shim in CPages CPasserelle CSandbox CXLSX CXML CYAML; do
    set -- "$@" -Xcc "-fmodule-map-file=$built/$shim.build/module.modulemap"
  done
  swift symbolgraph-extract -module-name "$module" -target "$target" -I "$built/Modules" \
    -I "$(dirname "$(command -v swift)")/../lib/swift/linux" "$@" \
    -experimental-allowed-reexported-modules=PasserelleModel,PasserelleGraph \
    -minimum-access-level public -skip-synthesized-members -skip-inherited-docs \
    -output-dir "$work/$module.symbols"
  docc convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$work/$module.symbols" \
    --output-path "$work/$module.doccarchive" --warnings-as-errors \
    --fallback-display-name "$module" --fallback-bundle-identifier "passerelle.$module"
  echo "$work/$module.doccarchive"
done
