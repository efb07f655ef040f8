"""The scenes in use: 1000 shipped ones and the training ones, which share none."""

import io
import json
import zipfile

import numpy as np
from PIL import Image

from captions import Writer
from drawing import SIDE, draw_scene
from scenes import Scene, distinct_scenes
from settings import OUTPUT, SHIPPED_SCENES, SHIPPED_SEED, TRAINING_SCENES, TRAINING_SEED

ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def shipped_scenes() -> list[Scene]:
    return distinct_scenes(SHIPPED_SEED, SHIPPED_SCENES)


def training_scenes() -> list[Scene]:
    """Training scenes; a scene that is shipped is never taken."""
    shipped = frozenset(shipped_scenes())
    scenes = distinct_scenes(TRAINING_SEED, TRAINING_SCENES, taken=shipped)
    assert shipped.isdisjoint(scenes)
    return scenes


def texts(scenes: list[Scene], seed: int) -> list[list[str]]:
    """Five captions for each scene."""
    writer = Writer(np.random.default_rng((seed, 1)))
    return [writer.captions(scene) for scene in scenes]


def pictures(scenes: list[Scene], seed: int) -> list[Image.Image]:
    """One picture for each scene."""
    rng = np.random.default_rng((seed, 2))
    return [draw_scene(scene, rng) for scene in scenes]


def coco(captions: list[list[str]]) -> dict:
    """Captions in the layout of COCO's own caption files."""
    images = [
        {"license": 1, "file_name": f"{i:012d}.png", "height": SIDE, "width": SIDE, "id": i}
        for i in range(1, len(captions) + 1)
    ]
    pairs = [(i, text) for i, five in enumerate(captions, 1) for text in five]
    return {
        "info": {
            "description": "Drawn scenes: made by a program, with made captions. Not COCO.",
            "url": "",
            "version": "1.0",
            "year": 2026,
            "contributor": "",
            "date_created": "2026/01/01",
        },
        "licenses": [{"url": "https://opensource.org/license/mit", "id": 1, "name": "MIT License"}],
        "images": images,
        "annotations": [
            {"image_id": image, "id": number, "caption": text}
            for number, (image, text) in enumerate(pairs, 1)
        ],
    }


def ship() -> None:
    """Write captions.json and pictures.zip (stored PNG files, fixed times)."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    scenes = shipped_scenes()
    content = coco(texts(scenes, SHIPPED_SEED))
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (OUTPUT / "captions.json").write_text(text + "\n", "utf-8")
    drawn = pictures(scenes, SHIPPED_SEED)
    with zipfile.ZipFile(OUTPUT / "pictures.zip", "w", zipfile.ZIP_STORED) as archive:
        for image, picture in zip(content["images"], drawn, strict=True):
            out = io.BytesIO()
            picture.save(out, "PNG", optimize=True)
            archive.writestr(zipfile.ZipInfo(image["file_name"], ZIP_TIME), out.getvalue())


if __name__ == "__main__":
    ship()
