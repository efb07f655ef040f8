"""Writes the trained model as the file set of a CLIP on the Hugging Face hub, and the shipped pictures and captions.

python export.py TRAINED_FOLDER DEMO_FOLDER
"""

import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

import torch
from transformers import CLIPModel, CLIPTextModelWithProjection, CLIPVisionModelWithProjection
from transformers.models.clip.modeling_clip import CLIPEncoderLayer

from corpus import SHIPPED_SEED, illustrate, shipped_scenes
from train import MEAN, SIDE, STD

OPSET = 18


def export_graph(model: torch.nn.Module, example: torch.Tensor, names: tuple[str, str], axes: dict, file: Path) -> None:
    """One side of the model as a single ONNX file."""
    given, wanted = names

    class Side(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, value: torch.Tensor) -> torch.Tensor:
            return getattr(self.model(**{given: value}), wanted)

    torch.onnx.export(
        Side().eval(),
        (example,),
        str(file),
        input_names=[given],
        output_names=[wanted],
        dynamic_axes={given: axes, wanted: {0: "batch"}},
        opset_version=OPSET,
        dynamo=False,
    )


class FirstTokenAlone(torch.nn.Module):
    """CLIP's last vision layer, computed for its first token only: no other token of it is used."""

    def __init__(self, layer: CLIPEncoderLayer) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, hidden: torch.Tensor, *_: object, **__: object) -> torch.Tensor:
        """From [N, tokens, width] to [N, 1, width]."""
        layer, attention = self.layer, self.layer.self_attn
        states = layer.layer_norm1(hidden)

        def by_head(values: torch.Tensor) -> torch.Tensor:
            return values.unflatten(-1, (attention.num_heads, attention.head_dim)).transpose(1, 2)

        query = by_head(attention.q_proj(states[:, :1]))
        key, value = by_head(attention.k_proj(states)), by_head(attention.v_proj(states))
        weights = (query @ key.transpose(-1, -2) * attention.scale).softmax(-1)
        first = hidden[:, :1] + attention.out_proj((weights @ value).transpose(1, 2).flatten(2))
        return first + layer.mlp(layer.layer_norm2(first))


def export_model(trained: Path, folder: Path) -> None:
    """config.json, preprocessor_config.json, tokenizer files and onnx/."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    settings = dict(attn_implementation="eager")
    vision = CLIPVisionModelWithProjection.from_pretrained(trained, **settings)
    text = CLIPTextModelWithProjection.from_pretrained(trained, **settings)
    layers = vision.vision_model.encoder.layers
    layers[-1] = FirstTokenAlone(layers[-1])
    pixels = torch.zeros(2, 3, SIDE, SIDE)
    end = text.config.eos_token_id
    ids = torch.tensor([[1, 2, 3, end], [4, 5, end, end]])
    export_graph(vision, pixels, ("pixel_values", "image_embeds"), {0: "batch"}, folder / "onnx/vision_model.onnx")
    export_graph(
        text, ids, ("input_ids", "text_embeds"), {0: "batch", 1: "length"}, folder / "onnx/text_model.onnx"
    )
    CLIPModel.from_pretrained(trained).config.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(trained / name, folder / name)
    preprocessor = {
        "crop_size": {"height": SIDE, "width": SIDE},
        "do_center_crop": True,
        "do_convert_rgb": True,
        "do_normalize": True,
        "do_rescale": True,
        "do_resize": True,
        "image_mean": [float(f"{value:.8f}") for value in MEAN],
        "image_processor_type": "CLIPImageProcessor",
        "image_std": [float(f"{value:.8f}") for value in STD],
        "resample": 3,
        "rescale_factor": 1 / 255,
        "size": {"shortest_edge": SIDE},
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(preprocessor, indent=2) + "\n")


def export_data(folder: Path) -> None:
    """captions.json in COCO's format and pictures.zip, the same bytes every time."""
    pictures, captions = illustrate(shipped_scenes(), SHIPPED_SEED)
    images, annotations = [], []
    with zipfile.ZipFile(folder / "pictures.zip", "w", zipfile.ZIP_STORED) as archive:
        for index, (picture, five) in enumerate(zip(pictures, captions, strict=True), start=1):
            name = f"{index:012d}.png"
            buffer = io.BytesIO()
            picture.save(buffer, "PNG", optimize=True)
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), buffer.getvalue())
            width, height = picture.size
            images.append(dict(id=index, file_name=name, width=width, height=height, license=1))
            for caption in five:
                annotations.append(dict(id=len(annotations) + 1, image_id=index, caption=caption))
    document = {
        "info": {"description": "Drawn scenes: the built-in demo", "version": "1.0"},
        "licenses": [{"id": 1, "name": "MIT", "url": "https://opensource.org/license/mit"}],
        "images": images,
        "annotations": annotations,
    }
    (folder / "captions.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    trained, folder = map(Path, sys.argv[1:])
    export_model(trained, folder / "model")
    export_data(folder)
