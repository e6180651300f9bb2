#!/bin/sh
# What is surprising: 'pysdmx' says "Cannot parse input as SDMX" of a valid SDMX-ML message whose only fault is to have no
# XML declaration. XML 1.0 leaves the declaration out wherever the text is UTF-8, and canonical XML forbids it; pysdmx
# looks for its first letters to tell XML from JSON and CSV.
#
# Who meets it: whoever reads what a web service, a canonicaliser or a serialiser such as Python's ElementTree wrote (its
# 'tostring' writes no declaration). Putting the declaration in front avoids it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q 'pysdmx[xml]==1.21.0'
"$folder/venv/bin/pip" list 2>/dev/null | grep -E '^pysdmx '

cat > "$folder/read.py" <<'PYTHON'
import sys
from pysdmx.io import read_sdmx

message = """<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
  xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"
  xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
  <m:Header><m:ID>A</m:ID><m:Test>false</m:Test><m:Prepared>2026-11-29T12:00:00</m:Prepared><m:Sender id="XY"/></m:Header>
  <m:Structures><s:Codelists><s:Codelist id="CL_LEVEL" agencyID="XY" version="1.0">
    <c:Name xml:lang="en">Levels</c:Name><s:Code id="1"><c:Name xml:lang="en">First</c:Name></s:Code>
  </s:Codelist></s:Codelists></m:Structures>
</m:Structure>
"""


def verdict(text):
    with open(sys.argv[1], "w") as file:
        file.write(text)
    try:
        return f"read: {len(read_sdmx(sys.argv[1], validate=True).structures[0].items)} code"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


declared = verdict('<?xml version="1.0" encoding="UTF-8"?>\n' + message)
bare = verdict(message)
print("with a declaration:   ", declared)
print("without a declaration:", bare)
sys.exit(0 if declared.startswith("read") and not bare.startswith("read") else "the behaviour has changed")
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/message.xml"
