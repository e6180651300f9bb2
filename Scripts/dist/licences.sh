#!/bin/sh
# licences.sh DOC SCRATCH LIBRARIES PINS
# Gathers the licences of all parts, and a list of them in the form of Debian (DEP-5).
#
# PINS is the Package.resolved of what was built: other packages may be fetched for others.
set -eu

doc=$1 scratch=$2 libraries=$3 pins=$4
to=$doc/licences
swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
cp LICENSE "$to/passerelle.txt"
cp "$swift/share/swift/LICENSE.txt" "$to/swift.txt"
for package in "$scratch"/checkouts/*; do
  grep -iq "\"identity\" : \"$(basename "$package")\"" "$pins" || continue
  for file in "$package"/LICENSE* "$package"/NOTICE*; do
    [ -f "$file" ] || continue
    cp "$file" "$to/$(basename "$package")-$(basename "${file%.txt}" | tr 'A-Z' 'a-z').txt"
  done
done
for file in "$libraries"/*.copyright; do
  cp "$file" "$to/$(basename "$file" .copyright).txt"
done
# The Swift runtime holds the International Components for Unicode.
for file in /usr/share/doc/libicu[0-9]*/copyright; do
  [ -f "$file" ] && cp "$file" "$to/icu.txt" && break
done
chmod 644 "$to"/*

cat >"$doc/copyright" <<'END'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Passerelle
Comment: The whole text of each licence is in licences/, beside this file.

Files: *
Copyright: The authors of Passerelle
License: Apache-2.0

Files: lib/passerelle/libswift* lib/passerelle/libFoundation* lib/passerelle/libdispatch.so
 lib/passerelle/libBlocksRuntime.so
Copyright: Apple Inc. and the Swift project authors
License: Apache-2.0-with-Swift-exception

Files: lib/passerelle/lib_FoundationICU.so
Copyright: Unicode, Inc., and others
License: Unicode

Files: lib/passerelle/libxml2.so.2
Copyright: Daniel Veillard and others
License: MIT

Files: lib/passerelle/libyaml-0.so.2
Copyright: Ingy döt Net, Kirill Simonov
License: MIT

Files: lib/passerelle/libsqlite3.so.0
Copyright: none; it is in the public domain
License: public-domain

Files: lib/passerelle/libraptor2.so.0
Copyright: David Beckett, University of Bristol
License: Apache-2.0

Files: lib/passerelle/libzip.so.4
Copyright: Dieter Baron, Thomas Klausner
License: BSD-3-Clause

Files: lib/passerelle/libxlsxwriter.so.4
Copyright: John McNamara
License: BSD-2-Clause

Files: lib/passerelle/libz.so.1
Copyright: Jean-loup Gailly, Mark Adler
License: Zlib

License: Apache-2.0
 On Debian systems, see /usr/share/common-licenses/Apache-2.0.

License: Apache-2.0-with-Swift-exception
 See licences/swift.txt.

License: Unicode
 See licences/icu.txt.

License: MIT
 See licences/libxml2.txt and licences/libyaml-0-2.txt.

License: public-domain
 See licences/libsqlite3-0.txt.

License: BSD-3-Clause
 See licences/libzip4.txt.

License: BSD-2-Clause
 See licences/libxlsxwriter4.txt.

License: Zlib
 See licences/zlib1g.txt.
END
