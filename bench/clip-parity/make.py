"""A full-size CLIP with random weights, pictures and captions, and the vectors that PyTorch (fp32) and onnxruntime (q8) give them.

python bench/clip-parity/make.py [--pictures FOLDER] [--output FOLDER]

Writes below the output folder: models/ laid out as the hub, pictures/, contents.json (names of pictures, captions) and vectors.npz
(pytorch_images, pytorch_texts, onnxruntime_images, onnxruntime_texts: unit rows in the order of contents.json).
"""

import argparse
import json
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from PIL import Image
from tokenizers import Tokenizer
from transformers import CLIPImageProcessorPil

from model import CONTEXT, ROOT, random_clip, write_graphs, write_settings

SEED = 32
NUMBER = 16
MODEL = "models/Xenova/clip-vit-base-patch32"
COCO_MINI = ROOT / "public/coco-mini"
# What captions seldom are: short, longer than the context, of other scripts.
ODD_CAPTIONS = ["cat", "a person riding a horse along the beach " * 15, "Straße, naïve café — 日本語のテキスト 👩‍👩‍👧", "IT'S 10,000 o'clock!!!"]


def write_pictures(folder: Path, given: Path | None) -> list[str]:
    """Copies the first pictures of a folder, or of COCO mini; gives their names."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(COCO_MINI / "pictures.zip") as archive:
        names = sorted(archive.namelist() if given is None else (file.name for file in given.iterdir()))[:NUMBER]
        for name in names:
            content = archive.read(name) if given is None else (given / name).read_bytes()
            (folder / name).write_bytes(content)
    return names


def captions() -> list[str]:
    """Of COCO mini, an annotation for each of its first pictures, and odd ones."""
    first = {}
    for annotation in json.loads((COCO_MINI / "captions.json").read_text())["annotations"]:
        first.setdefault(annotation["image_id"], annotation["caption"].strip())
    return [*list(first.values())[:NUMBER], *ODD_CAPTIONS]


def unit(rows: list[np.ndarray]) -> np.ndarray:
    vectors = np.concatenate(rows)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def by_pytorch(model: torch.nn.Module, output: str, inputs: list[torch.Tensor]) -> np.ndarray:
    with torch.no_grad():
        vectors = unit([getattr(model(each), output).numpy() for each in inputs])
    likeness = (vectors @ vectors.T)[~np.eye(len(vectors), dtype=bool)]
    print(f"{output}: cosine of two contents {likeness.min():.3f} to {likeness.max():.3f}, median {np.median(likeness):.3f}")
    assert likeness.max() < 0.95, "Vectors this close would not tell a wrong one."
    return vectors


def by_onnxruntime(graph: Path, name: str, inputs: list[torch.Tensor]) -> np.ndarray:
    session = onnxruntime.InferenceSession(graph)
    return unit([session.run(None, {name: each.numpy()})[0] for each in inputs])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=Path, help="a folder of pictures, instead of COCO mini's")
    parser.add_argument("--output", type=Path, default=ROOT / "result/clip-parity")
    arguments = parser.parse_args()
    model = arguments.output / MODEL
    model.mkdir(parents=True, exist_ok=True)
    vision, text = random_clip(SEED)
    write_settings(model)
    write_graphs(vision, text, model)

    # One content at a time: a q8 graph rounds by the range of a whole batch, so a vector depends on its neighbours.
    names = write_pictures(arguments.output / "pictures", arguments.pictures)
    processor = CLIPImageProcessorPil.from_pretrained(model)
    pictures = [Image.open(arguments.output / "pictures" / name).convert("RGB") for name in names]
    pixels = [processor(picture, return_tensors="pt")["pixel_values"] for picture in pictures]
    texts = captions()
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.enable_truncation(CONTEXT)
    ids = [torch.tensor([tokenizer.encode(caption).ids]) for caption in texts]
    vectors = dict(
        pytorch_images=by_pytorch(vision, "image_embeds", pixels),
        pytorch_texts=by_pytorch(text, "text_embeds", ids),
        onnxruntime_images=by_onnxruntime(model / "onnx/vision_model_quantized.onnx", "pixel_values", pixels),
        onnxruntime_texts=by_onnxruntime(model / "onnx/text_model_quantized.onnx", "input_ids", ids),
    )
    np.savez(arguments.output / "vectors.npz", **vectors)
    contents = dict(pictures=names, captions=texts)
    (arguments.output / "contents.json").write_text(json.dumps(contents, indent=2, ensure_ascii=False) + "\n")
    print(f"Written: {arguments.output}")


if __name__ == "__main__":
    main()
