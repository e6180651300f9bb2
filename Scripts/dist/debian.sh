#!/bin/sh
# debian.sh TREE PACKAGE VERSION ARCHITECTURE FOLDER
# Makes a Debian package of the tree of an archive: the same files, below /usr.
#
# PASSERELLE_MAINTAINER is who answers for it: 'Name <address>' (default: who made the last commit).
set -eu

maintainer=${PASSERELLE_MAINTAINER:-$(git log -1 --format='%cn <%ce>')}
tree=$1 package=$2 version=$3 architecture=$4 out=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
umask 022
mkdir -p "$root/DEBIAN" "$root/usr"
for folder in bin lib share; do [ ! -d "$tree/$folder" ] || cp -a "$tree/$folder" "$root/usr/"; done
doc=$root/usr/share/doc/$package
# Debian has its licences in one place, and each package says there what is its own.
printf '%s (%s) stable; urgency=medium\n\n  * See changelog.gz.\n\n -- %s  %s\n' \
  "$package" "$version" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.Debian.gz"

depends=
if [ "$package" = passerelle ]; then
  mkdir -p "$root/usr/share/lintian/overrides"
  sed "s/^[^#]/passerelle: &/" Scripts/dist/lintian-overrides >"$root/usr/share/lintian/overrides/passerelle"
else
  # The libraries, the words and the snapshot are the program's.
  depends="passerelle (= $version), "
fi

description() {
  case $package in
  passerelle) cat <<'TEXT' ;;
Description: what a qualification corresponds to in another country
 Passerelle reads qualifications frameworks, classifications and registers of
 qualifications, joins them in one graph, and answers from it: what a level or
 a qualification of one country corresponds to in another, and who says so.
 Each answer names its sources.
TEXT
  passerelle-server) cat <<'TEXT' ;;
Description: what a qualification corresponds to in another country, over HTTP
 The answers of Passerelle for browsers and other programs: pages without
 scripts, an interface in JSON, reconciliation for OpenRefine, and CASE. It
 only reads, and keeps nothing of what it is asked.
TEXT
  esac
}

floor=$(find "$root" -type f \( -name '*.so*' -o -path '*/bin/*' \) -exec objdump -T {} + 2>/dev/null |
  grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1 | cut -d_ -f2)
cat >"$root/DEBIAN/control" <<END
Package: $package
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: ${depends}libc6 (>= $floor), libgcc-s1, libstdc++6 (>= 11)
Section: science
Priority: optional
$(description)
END
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
chmod -R u+rwX,go+rX,go-w "$root"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$out/${package}_${version}_$architecture.deb" >/dev/null
