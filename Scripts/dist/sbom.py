#!/usr/bin/env python3
"""sbom.py TREE PACKAGE VERSION EPOCH PACKAGE-RESOLVED LIBRARIES SWIFT-VERSION > sbom.cdx.json

Lists what an archive is made of, in CycloneDX 1.5: the packages that are linked in, and the libraries
beside the program, each file with its hash.
"""
import datetime
import hashlib
import json
import pathlib
import sys
import uuid

PACKAGE_LICENCES = {"grdb.swift": "MIT"}  # all others: Apache-2.0
LIBRARIES = {
    "libxml2": ("libxml2", "MIT"),
    "libyaml-0-2": ("libyaml", "MIT"),
    "libsqlite3-0": ("sqlite3", "blessing"),
    "libraptor2-0": ("raptor2", "LGPL-2.1-or-later OR Apache-2.0"),
    "libxlsxwriter4": ("libxlsxwriter", "BSD-2-Clause"),
    "libzip4": ("libzip", "BSD-3-Clause"),
    "zlib1g": ("zlib", "Zlib"),
}


def main() -> None:
    tree, name, version, epoch, resolved, libraries, swift = sys.argv[1:8]
    tree = pathlib.Path(tree)
    packages = [package(pin) for pin in json.load(open(resolved))["pins"]]
    carried, known = [], set()
    for line in open(libraries):
        package_name, release, file = line.rstrip("\n").split("\t")
        source, licence = LIBRARIES[package_name]
        known.add(file)
        if not (tree / "lib/passerelle" / file).exists():
            continue
        carried.append(
            component(
                source, release, licence, f"pkg:deb/debian/{package_name}@{quote(release)}",
                tree / "lib/passerelle" / file))
    runtime = sorted(
        f for f in (tree / "lib/passerelle").glob("*.so*")
        if f.name not in known and not f.is_symlink())
    for file in runtime:
        carried.append(
            component(
                file.name, swift, "Apache-2.0 WITH Swift-exception",
                f"pkg:generic/swift-runtime@{swift}#{file.name}", file))
    own = [
        file_component(tree, f)
        for f in sorted([*tree.glob("bin/*"), *tree.glob("lib/passerelle/adapters/*.so"),
                         tree / "share/passerelle/store.db"])
        if f.is_file() and not f.is_symlink()
    ]
    main_ref = f"pkg:generic/{name}@{version}"
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(
                int(epoch), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": main_ref, "name": name,
                "version": version, "licenses": [{"license": {"id": "Apache-2.0"}}],
                "purl": main_ref,
            },
        },
        "components": packages + carried + own,
        "dependencies": [
            {"ref": main_ref, "dependsOn": [c["bom-ref"] for c in packages + carried]}
        ],
    }
    bom["serialNumber"] = "urn:uuid:" + str(
        uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True)))
    json.dump(bom, sys.stdout, indent=2, sort_keys=True)
    print()


def package(pin: dict) -> dict:
    place = pin["location"].removeprefix("https://").removesuffix(".git")
    version = pin["state"].get("version") or pin["state"]["revision"]
    purl = f"pkg:swift/{place}@{version}"
    return {
        "type": "library", "bom-ref": purl, "name": pin["identity"], "version": version,
        "purl": purl,
        "licenses": [{"license": {"id": PACKAGE_LICENCES.get(pin["identity"], "Apache-2.0")}}],
        "properties": [{"name": "git:revision", "value": pin["state"]["revision"]}],
    }


def component(name, version, licence, purl, file) -> dict:
    choice = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "licenses": [choice], "hashes": [sha256(file)],
    }


def file_component(tree, file) -> dict:
    name = str(file.relative_to(tree))
    return {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [sha256(file)]}


def sha256(file) -> dict:
    return {"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}


def quote(text: str) -> str:
    return text.replace("+", "%2B").replace("~", "~").replace(":", "%3A")


main()
