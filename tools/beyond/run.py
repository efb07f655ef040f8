"""Runs the Python of docs/BEYOND.md on the files of a run, and compares what each library finds.

Run: pip install -r tools/beyond/requirements.txt
     python tools/beyond/run.py FOLDER     (the files of a run that has embeddings.npz)

A block runs in FOLDER, with the run's own dimension in place of 512, and leaves the row of the nearest image of each text, by text id,
in `nearest`. All blocks must find the same; the two that libraries may answer approximately search exhaustively here.
"""

import os
import re
import sys
from pathlib import Path

import pyarrow.parquet as pq

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "BEYOND.md"
os.chdir(sys.argv[1])
if not Path("embeddings.npz").exists():
    sys.exit("No embeddings.npz here: a run that pairs captions and pictures one to one has none. Run with --pairing all.")
dim = len(pq.read_table("images.parquet", columns=["embedding"])["embedding"][0])
sections = re.findall(r"^## (\w+)\n.*?```python\n(.*?)```", DOCUMENT.read_text(), re.M | re.S)
found = {}
for name, code in sections:
    values = {}
    exec(compile(code.replace("512", str(dim)), name, "exec"), values)
    found[name] = values.get("nearest")
    if found[name] is not None:
        print(f"{name}: {len(found[name])} texts, recall@1 {values['recall']:.4f}")

checked = {name: nearest for name, nearest in found.items() if nearest is not None}
first = next(iter(checked.values()))
for name, nearest in checked.items():
    different = sum(nearest[text] != first[text] for text in first)
    if len(nearest) != len(first) or different:
        sys.exit(f"{name} finds other images for {different} of {len(first)} texts.")
print(f"{', '.join(checked)} find the same images.")
