"""recode_survey.py TABLE SURVEY OUTPUT: what an analyst would write to recode ISCO-88 to ISCO-08.

TABLE is `passerelle export isco-88-isco-08 --to sssom`, SURVEY a CSV with the columns `id` and `isco`. The
survey is read as pandas reads it by itself, or as text with `--text`, and joined with the table as it stands.
"""
import sys

import pandas as pd

table = pd.read_csv(sys.argv[1], sep="\t", comment="#")
table["isco"] = table["subject_id"].str.split(":").str[1]
table["target"] = table["object_id"].str.split(":").str[1]
survey = pd.read_csv(sys.argv[2], dtype={"isco": str} if "--text" in sys.argv else None)
survey["isco"] = survey["isco"].astype(str)
merged = survey.merge(table[["isco", "target", "predicate_id"]], on="isco")
merged.to_csv(sys.argv[3], index=False)
