#!/bin/sh
# dist.sh [FOLDER]
# Makes an archive that runs anywhere, and a Debian package of the same tree, in a folder (default: dist); then both
# of the server, which is unpacked over the program and installed beside it.
#
# PASSERELLE_KEY names a private Ed25519 key, with which the list of hashes is signed: without one it is
# not signed. SERVER=no leaves out the server. Two runs on one commit make the same bytes in checkouts whose
# paths are equally long: 'try!' brings the length of its file's path into optimised code.
# It needs what 'make' needs, and python3, dpkg-deb, openssl, cmake and libdeflate-tools.
set -eu

command -v libdeflate-gzip >/dev/null || {
  echo "$0: 'libdeflate-gzip' is not installed; 'apt-get install libdeflate-tools' does that" >&2
  exit 1
}

cd "$(dirname "$0")/.."
out=${1:-dist}
mkdir -p "$out"
out=$(cd "$out" && pwd)
version=$(sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/Passerelle/Program.swift)
machine=$(uname -m)
case $machine in
x86_64) debian=amd64 ;;
aarch64) debian=arm64 ;;
*) debian=$machine ;;
esac
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
commit=$(git rev-parse HEAD)
[ -z "$(git status --porcelain --untracked-files=no)" ] || commit="$commit, with changes"

scratch=.build/dist
built=$scratch/release
name=passerelle-$version-linux-$machine
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/$name
lib=$tree/lib/passerelle
share=$tree/share/passerelle
umask 022
mkdir -p "$tree/bin" "$lib/adapters" "$share"

# runtime_of FILE…
# The libraries of the Swift runtime that programs and modules ask for, one a line.
runtime_of() {
  for file in "$@"; do
    LD_LIBRARY_PATH=$runtime ldd "$file" | awk -v from="$runtime/" 'index($3, from) == 1 { print $3 }'
  done | sort -u
}

# document TREE PACKAGE PINS README
# Puts beside a program its manual pages, its licences, and the list of all that it is made of.
document() {
  doc=$1/share/doc/$2
  mkdir -p "$1/share/man/man1" "$doc/licences"
  LD_LIBRARY_PATH=$lib "$1/bin/$2" --experimental-dump-help |
    python3 Scripts/dist/manpages.py "$1/share/man/man1" "$version" "$date"
  gzip -9n "$1"/share/man/man1/*.1
  install -m 644 "$4" "$doc/README.md"
  gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
  Scripts/dist/licences.sh "$doc" "$scratch" .build/dist-libraries "$3"
  python3 Scripts/dist/sbom.py "$1" "$2" "$version" "$SOURCE_DATE_EPOCH" "$3" \
    .build/dist-libraries/versions "$swift" >"$doc/sbom.cdx.json"
}

# pack TREE PACKAGE
# Makes the archive and the Debian package of a tree.
pack() {
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  chmod -R u+rwX,go+rX,go-w "$1"
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf "$work/$2.tar" "$name"
  # A twentieth smaller than gzip makes it.
  libdeflate-gzip -12 -c "$work/$2.tar" >"$out/$2-$version-linux-$machine.tar.gz"
  Scripts/dist/debian.sh "$1" "$2" "$version" "$debian" "$out"
  echo "$2: archive $(stat -c %s "$out/$2-$version-linux-$machine.tar.gz"), unpacked $(du -sb "$1" | cut -f1) bytes"
}

# Programs and adapters.
Scripts/dist/build.sh "$scratch"
Scripts/dist/libraries.sh .build/dist-libraries
install -m 755 "$built/passerelle-worker" "$tree/bin/passerelle"
# One program is both: it runs adapters in the Swift runtime that it uses itself.
ln -s ../../bin/passerelle "$lib/passerelle-worker"
install -m 644 "$built"/lib*.so "$lib/adapters/"

# The libraries that they ask for: of the toolchain, and those that differ from system to system.
install -m 644 .build/dist-libraries/*.so* "$lib/"
runtime=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')/linux
swift=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -1)
runtime_of "$tree"/bin/* "$lib"/adapters/*.so | while read -r file; do install -m 644 "$file" "$lib/"; done
Scripts/dist/strip.sh "$tree"/bin/* "$lib"/*.so* "$lib"/adapters/*.so
(cd "$lib/adapters" && sha256sum lib*.so >adapters.sha256)

# Data, and the snapshot that answers.
for folder in Frameworks Languages Maps Schemas Templates; do cp -RL "$folder" "$share/"; done
echo "$commit" >"$share/commit"
find "$share" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
env -i PATH="$PATH" PASSERELLE_DATA="$work/data" "$tree/bin/passerelle" snapshot "$share/store.db"

# Completions, manual pages, licences, and what all of it is made of.
for shell in bash zsh fish; do
  # The script is read by a shell, and is no program.
  "$tree/bin/passerelle" completions $shell | sed '1{/^#!/d}' >"$work/$shell"
done
install -D -m 644 "$work/bash" "$tree/share/bash-completion/completions/passerelle"
install -D -m 644 "$work/zsh" "$tree/share/zsh/vendor-completions/_passerelle"
install -D -m 644 "$work/fish" "$tree/share/fish/vendor_completions.d/passerelle.fish"
document "$tree" passerelle Package.resolved Documentation/Installing.md
install -m 644 Documentation/Installing.md "$tree/README.md"
pack "$tree" passerelle
echo "adapters: $(cat "$lib"/adapters/*.so | wc -c) bytes"

# The server, with what it asks for and the program has not.
if [ "${SERVER:-yes}" = yes ]; then
  Scripts/dist/build.sh "$scratch" Server
  served=$work/server/$name
  install -D -m 755 "$built/passerelle-server" "$served/bin/passerelle-server"
  runtime_of "$served/bin/passerelle-server" | while read -r file; do
    [ -e "$lib/${file##*/}" ] || install -D -m 644 "$file" "$served/lib/passerelle/${file##*/}"
  done
  find "$served" -type f -exec Scripts/dist/strip.sh {} +
  document "$served" passerelle-server Server/Package.resolved Documentation/Server.md
  install -m 644 Server/deploy/passerelle-server.service "$served/share/doc/passerelle-server/"
  pack "$served" passerelle-server
fi

cd "$out"
sha256sum passerelle*"$version"*.tar.gz passerelle*_"${version}_$debian".deb >SHA256SUMS
rm -f SHA256SUMS.sig
if [ -n "${PASSERELLE_KEY:-}" ]; then
  openssl pkeyutl -sign -inkey "$PASSERELLE_KEY" -rawin -in SHA256SUMS -out SHA256SUMS.sig
else
  echo "SHA256SUMS is not signed: PASSERELLE_KEY names no key" >&2
fi
cat SHA256SUMS
