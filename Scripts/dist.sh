#!/bin/sh
# dist.sh [FOLDER]
# Makes an archive that runs anywhere, and a Debian package of the same tree, in a folder (default: dist).
#
# PASSERELLE_KEY names a private Ed25519 key, with which the list of hashes is signed: without one it is
# not signed. SERVER=no leaves out the server. Two runs on one commit make the same bytes in checkouts whose
# paths are equally long: 'try!' brings the length of its file's path into optimised code.
# It needs what 'make' needs, and python3, dpkg-deb and openssl.
set -eu

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
mkdir -p "$tree/bin" "$lib/adapters" "$share" "$tree/share/man/man1" "$tree/share/doc/passerelle/licences"

# Programs and adapters.
Scripts/dist/build.sh "$scratch"
Scripts/dist/libraries.sh .build/dist-libraries
install -m 755 "$built/passerelle-worker" "$tree/bin/passerelle"
# One program is both: it runs adapters in the Swift runtime that it uses itself.
ln -s ../../bin/passerelle "$lib/passerelle-worker"
install -m 644 "$built"/lib*.so "$lib/adapters/"
pins=Package.resolved
if [ "${SERVER:-yes}" = yes ]; then
  Scripts/dist/build.sh "$scratch" Server
  install -m 755 "$built/passerelle-server" "$tree/bin/"
  pins=Server/Package.resolved
fi

# The libraries that they ask for: of the toolchain, and those that differ from system to system.
install -m 644 .build/dist-libraries/*.so* "$lib/"
runtime=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')/linux
swift=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -1)
for file in "$tree"/bin/* "$lib"/adapters/*.so; do
  LD_LIBRARY_PATH=$runtime ldd "$file" | awk -v from="$runtime/" 'index($3, from) == 1 { print $3 }'
done | sort -u | while read -r file; do install -m 644 "$file" "$lib/"; done
for file in "$tree"/bin/* "$lib"/*.so* "$lib"/adapters/*.so; do
  strip --strip-unneeded --remove-section=.comment "$file"
  # Swift notes a hash for its own next build there, which differs from folder to folder.
  readelf -SW "$file" | sed -n 's/.*\.swift_modhash *PROGBITS *[0-9a-f]* \([0-9a-f]*\) \([0-9a-f]*\) .*/\1 \2/p' |
    while read -r offset size; do
      dd if=/dev/zero of="$file" bs=1 seek=$((0x$offset)) count=$((0x$size)) conv=notrunc status=none
    done
done
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
"$tree/bin/passerelle" --experimental-dump-help |
  python3 Scripts/dist/manpages.py "$tree/share/man/man1" "$version" "$date"
if [ -x "$tree/bin/passerelle-server" ]; then
  "$tree/bin/passerelle-server" --experimental-dump-help |
    python3 Scripts/dist/manpages.py "$tree/share/man/man1" "$version" "$date"
fi
gzip -9n "$tree"/share/man/man1/*.1
doc=$tree/share/doc/passerelle
install -m 644 Documentation/Installing.md "$doc/README.md"
gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
Scripts/dist/licences.sh "$doc" "$scratch" .build/dist-libraries
python3 Scripts/dist/sbom.py "$tree" "$version" "$SOURCE_DATE_EPOCH" "$pins" \
  .build/dist-libraries/versions "$swift" >"$doc/sbom.cdx.json"
install -m 644 "$doc/README.md" "$tree/README.md"

find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
chmod -R u+rwX,go+rX,go-w "$tree"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" |
  gzip -9n >"$out/$name.tar.gz"
Scripts/dist/debian.sh "$tree" "$version" "$debian" "$out"

cd "$out"
sha256sum "$name.tar.gz" "passerelle_${version}_$debian.deb" >SHA256SUMS
rm -f SHA256SUMS.sig
if [ -n "${PASSERELLE_KEY:-}" ]; then
  openssl pkeyutl -sign -inkey "$PASSERELLE_KEY" -rawin -in SHA256SUMS -out SHA256SUMS.sig
else
  echo "SHA256SUMS is not signed: PASSERELLE_KEY names no key" >&2
fi
cat SHA256SUMS
echo "archive $(stat -c %s "$name.tar.gz"), unpacked $(du -sb "$tree" | cut -f1)," \
  "adapters $(cat "$lib"/adapters/*.so | wc -c) bytes"
