"""Measures the shipped model on the shipped pictures with onnxruntime: whole gallery, one caption for each picture.

python measure.py DEMO_FOLDER
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image
from tokenizers import Tokenizer

from tokenizer import END
from train import pixels


def embed(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """Unit vectors of the first caption of each picture and of the pictures, both [N, 512]."""
    document = json.loads((folder / "captions.json").read_text())
    first = {}
    for annotation in document["annotations"]:
        first.setdefault(annotation["image_id"], annotation["caption"])
    with zipfile.ZipFile(folder / "pictures.zip") as archive:
        pictures = [
            Image.open(io.BytesIO(archive.read(image["file_name"]))).convert("RGB") for image in document["images"]
        ]
    tokenizer = Tokenizer.from_file(str(folder / "model/tokenizer.json"))
    tokenizer.enable_padding(pad_token=END, pad_id=tokenizer.token_to_id(END))
    encodings = tokenizer.encode_batch([first[image["id"]] for image in document["images"]])
    ids = np.array([encoding.ids for encoding in encodings], np.int64)
    vision = onnxruntime.InferenceSession(folder / "model/onnx/vision_model.onnx")
    text = onnxruntime.InferenceSession(folder / "model/onnx/text_model.onnx")
    images = vision.run(None, {"pixel_values": pixels(pictures).numpy()})[0]
    texts = text.run(None, {"input_ids": ids})[0]
    return unit(texts), unit(images)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def recall(queries: np.ndarray, gallery: np.ndarray, k: int) -> float:
    """Share of queries whose own row is among the k best."""
    scores = queries @ gallery.T
    ahead = (scores > np.diag(scores)[:, None]).sum(1)
    return float((ahead < k).mean())


def int4(vectors: np.ndarray) -> np.ndarray:
    """Per dimension, symmetric, centred: what a 4-bit index keeps."""
    centred = vectors - vectors.mean(0)
    scale = np.abs(centred).max(0) / 7
    return np.clip(np.round(centred / scale), -7, 7) * scale


if __name__ == "__main__":
    all_texts, all_images = embed(Path(sys.argv[1]))
    projection = np.random.default_rng(42).standard_normal((512, 256))
    for number in (600, len(all_texts)):
        texts, images = all_texts[:number], all_images[:number]
        for name, t, i in (
            ("fp32", (texts, texts), (images, images)),
            ("int4 gallery", (texts, int4(texts)), (images, int4(images))),
            ("random 256", (unit(texts @ projection),) * 2, (unit(images @ projection),) * 2),
        ):
            figures = " ".join(
                f"R@{k} {recall(t[0], i[1], k):.3f}/{recall(i[0], t[1], k):.3f}" for k in (1, 10)
            )
            print(f"{number} pictures, {name}: text→image/image→text {figures}")
