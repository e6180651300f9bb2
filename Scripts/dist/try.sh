#!/bin/sh
# try.sh ROOT FOLDER
# Tries the archives and the Debian packages of a folder, as dist.sh makes them, in a bare root, as 'debootstrap --variant=minbase bookworm ROOT'
# makes one: as an ordinary user, without a network, with /usr read-only, in a folder with blanks in its
# name that is moved after unpacking. It must be run as root, and ends with an error at the first fault.
set -eu

root=$(readlink -f "$1") made=$(readlink -f "$2")
here=$(cd "$(dirname "$0")/../.." && pwd)
home="/home/ada lovelace"
rm -rf "$root$home"
mkdir -p "$root$home/first" "$root/packages"
cp "$here/Documentation/Profiles/ph-de-nurse-aide.yaml" "$root$home/profile.yaml"
cp "$here/Tests/Transcripts/transcripts/files/skills.yaml" "$root$home/skills.yaml"
cat >"$root$home/list.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/list> a skos:ConceptScheme ; skos:prefLabel "A list"@en .
<https://example.org/list/a> a skos:Concept ; skos:inScheme <https://example.org/list> ; skos:notation "a" ;
  skos:prefLabel "A"@en .
END
cp "$made"/passerelle_*.deb "$root/packages/passerelle.deb"
cp "$made"/passerelle-server_*.deb "$root/packages/passerelle-server.deb"
for archive in "$made"/passerelle-*.tar.gz; do tar -xzf "$archive" --no-same-owner -C "$root$home/first"; done
mv "$root$home"/first/passerelle-* "$root$home/moved here"
chown -R 1000:1000 "$root$home"
chmod -R a-w "$root$home/moved here"

# As the administrator, in the root, with nothing mounted but /proc and /dev/null, and no network but its own.
inside() {
  unshare --mount --net --pid --fork sh -c '
    ip link set lo up
    mount -t proc proc "$1/proc"
    touch "$1/dev/null" && mount --bind /dev/null "$1/dev/null"
    if [ "$2" = read-only ]; then mount --bind "$1/usr" "$1/usr" && mount -o remount,ro,bind "$1/usr"; fi
    root=$1; shift 2
    exec chroot "$root" "$@"' sh "$root" "$@"
}

# What the server says to a browser that asks for a comparison, as a shell hears it.
cat >"$root$home/ask.sh" <<'END'
server=$1
"$server" --port 0 --quiet >log 2>errors &
for try in $(seq 100); do
  port=$(sed -n 's/.*listening at .*:\([0-9]*\)$/\1/p' errors)
  [ -z "$port" ] || break
  sleep 0.1
done
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$port" >&3
cat <&3 | tr -d '\r' | sed -n '1p; s/.*<title>\(.*\)<\/title>.*/\1/p'
kill %1
END

# As a user without any rights.
user() {
  inside read-only setpriv --reuid=1000 --regid=1000 --clear-groups \
    env -i HOME="$home" PATH=/usr/bin:/bin sh -eu -c "cd \"\$HOME\"; $1"
}

echo "== $(sed -n 's/^PRETTY_NAME=//p' "$root/etc/os-release"), the archive"
user '
  bin="$HOME/moved here/bin"
  touch "$HOME/before"
  "$bin/passerelle" --version
  "$bin/passerelle" compare ie-nqf:8 de-nqf:6 | sed -n 3p
  start=$(date +%s%N)
  "$bin/passerelle" compare ie-nqf:8 de-nqf:6 >/dev/null
  echo "first answer: $((($(date +%s%N) - start) / 1000000)) ms"
  [ -z "$(find / -xdev -newer "$HOME/before" -type f -not -path "/proc/*" 2>/dev/null)" ]
  echo "nothing is written by an answer"
  "$bin/passerelle" assess profile.yaml --for DE --purpose regulated --format html | grep -c "<section"
  "$bin/passerelle" adapters | tail -n +2 | wc -l
  "$bin/passerelle" import skills.yaml
  "$bin/passerelle" import list.ttl
  "$bin/passerelle" check "$HOME/moved here/share/passerelle/Frameworks/fr-nqf.xml"
  "$bin/passerelle" stats | tail -1
  "$bin/passerelle" snapshot "all of it.db" | tail -1
  "$bin/passerelle" compare ie-nqf:8 --store "all of it.db" | sed -n 3p
  for file in "$bin"/* "$HOME/moved here"/lib/passerelle/*.so* "$HOME/moved here"/lib/passerelle/adapters/*.so; do
    LD_LIBRARY_PATH="$HOME/moved here/lib/passerelle" ldd "$file"
  done | grep -v "moved here" | sed "s/ (0x.*//; s/^[[:space:]]*//" | sort -u
  bash ask.sh "$bin/passerelle-server" "/compare?id=ie-nqf:8&id=de-nqf:6"
'
echo "== the package"
before=$(inside read-write find /usr /etc /var/lib -not -path '/var/lib/dpkg*' | sort | sha256sum)
inside read-write dpkg -i /packages/passerelle.deb
user 'rm -rf .local; passerelle --version; passerelle compare ie-nqf:8 de-nqf:6 | sed -n 3p; passerelle import skills.yaml'
inside read-write dpkg -i /packages/passerelle-server.deb
user 'bash ask.sh passerelle-server "/compare?id=ie-nqf:8&id=de-nqf:6"'
inside read-write dpkg -r passerelle-server passerelle
[ "$before" = "$(inside read-write find /usr /etc /var/lib -not -path '/var/lib/dpkg*' | sort | sha256sum)" ]
echo "nothing is left of it"
rm -rf "$root$home" "$root/packages"
