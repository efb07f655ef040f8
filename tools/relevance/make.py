"""Make public/relevance/eccv.json and cxc.json from the PyPI package eccv_caption.

    pip download --no-deps eccv_caption==0.1.0
    python tools/relevance/make.py eccv_caption-0.1.0-py3-none-any.whl public/relevance

Needs NumPy (made with 2.4). Running it again changes nothing.

The package has JSON files {caption id: [image ids]} and back, by COCO's ids of the
5,000 pictures of Karpathy's test split. Written here: for each of these pictures, for
each of its five captions in the order of their ids, the ids of the other pictures that
are judged to be right as well, in either direction.
"""

import io
import json
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np

CAPTIONS_EACH = 5


def pairs_of(caption_to_image: dict, image_to_caption: dict) -> set[tuple[int, int]]:
    """(caption id, image id) of both directions."""
    pairs = {(int(caption), int(image)) for caption, images in caption_to_image.items() for image in images}
    return pairs | {(int(caption), int(image)) for image, captions in image_to_caption.items() for caption in captions}


def main() -> None:
    wheel, out = zipfile.ZipFile(sys.argv[1]), Path(sys.argv[2])
    read = lambda name: json.loads(wheel.read(f"eccv_caption/data/{name}.json"))
    ids = np.load(io.BytesIO(wheel.read("eccv_caption/data/coco_test_ids.npy"))).reshape(-1, CAPTIONS_EACH)
    own = {int(caption): images[0] for caption, images in read("original_caption_to_image").items()}
    split = {own[int(group[0])]: sorted(int(caption) for caption in group) for group in ids}
    place = {caption: (image, k) for image, captions in split.items() for k, caption in enumerate(captions)}
    for name in ("eccv", "cxc"):
        others = {image: [set() for _ in range(CAPTIONS_EACH)] for image in split}
        unknown = 0
        for caption, image in pairs_of(read(f"{name}_caption_to_image"), read(f"{name}_image_to_caption")):
            if caption not in place or image not in split:
                unknown += 1
                continue
            home, k = place[caption]
            if image != home:
                others[home][k].add(image)
        table = {str(image): [sorted(found) for found in captions] for image, captions in sorted(others.items())}
        # Pictures without others are listed too: they say which pictures are judged at all.
        table = {image: captions if any(captions) else [] for image, captions in table.items()}
        (out / f"{name}.json").write_text(json.dumps(table, separators=(",", ":")) + "\n")
        extra = sum(len(found) for captions in table.values() for found in captions)
        print(f"{name}: {extra} further pairs, {unknown} of captions or pictures outside of the split")


main()
