"""CLIP ViT-B/32 at its full size with random weights, written as the file set of a CLIP on the Hugging Face hub."""

import gzip
import json
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import (
    CLIPConfig,
    CLIPImageProcessorPil,
    CLIPTextConfig,
    CLIPTextModelWithProjection,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "src/encoder/tokenizer/fixtures"
sys.path += [str(ROOT / "tools/demo"), str(FIXTURES)]
from export import export_graph  # noqa: E402
from tokens import CONTEXT, END, START, clip_tokenizer, clip_vocabulary  # noqa: E402

# Of a matrix, times the usual 1/√inputs: at 1 pictures as unlike as can be get nearly the same vector.
GAIN = 1.5


def random_clip(seed: int) -> tuple[CLIPVisionModelWithProjection, CLIPTextModelWithProjection]:
    """Both sides of ViT-B/32, whose sizes are those that the configurations have by themselves."""
    torch.manual_seed(seed)
    vision = CLIPVisionModelWithProjection(CLIPVisionConfig(attn_implementation="eager"))
    text = CLIPTextModelWithProjection(CLIPTextConfig(attn_implementation="eager"))
    with torch.no_grad():
        for parameter in (*vision.parameters(), *text.parameters()):
            if parameter.ndim > 1:
                inputs = parameter[0].numel()
                parameter.normal_(std=GAIN * inputs**-0.5)
    return vision.eval(), text.eval()


def write_settings(folder: Path) -> None:
    """config.json, preprocessor_config.json and the tokenizer's two files."""
    CLIPConfig().save_pretrained(folder)
    preprocessor = CLIPImageProcessorPil().to_dict() | dict(image_processor_type="CLIPImageProcessor")
    (folder / "preprocessor_config.json").write_text(json.dumps(preprocessor, indent=2) + "\n")
    merges = [line.split(" ") for line in gzip.open(FIXTURES / "merges.txt.gz", "rt", encoding="utf-8").read().split("\n")]
    tokenizer = clip_tokenizer(merges, clip_vocabulary(merges))
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    special = dict(bos_token=START, eos_token=END, pad_token=END, unk_token=END)
    settings = dict(tokenizer_class="CLIPTokenizer", model_max_length=CONTEXT, do_lower_case=True, **special)
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=2) + "\n")


def write_graphs(vision: CLIPVisionModelWithProjection, text: CLIPTextModelWithProjection, folder: Path) -> None:
    """fp32 graphs, and q8 ones as the hub's are made: dynamic, unsigned weights where a graph has a convolution."""
    onnx = folder / "onnx"
    onnx.mkdir(parents=True, exist_ok=True)
    side, end = vision.config.image_size, text.config.eos_token_id
    pixels = torch.zeros(2, 3, side, side)
    export_graph(vision, pixels, ("pixel_values", "image_embeds"), {0: "batch"}, onnx / "vision_model.onnx")
    ids = torch.tensor([[end - 1, 2, 3, end], [end - 1, 5, end, end]])
    axes = {0: "batch", 1: "length"}
    export_graph(text, ids, ("input_ids", "text_embeds"), axes, onnx / "text_model.onnx")
    for name, weights in (("vision", QuantType.QUInt8), ("text", QuantType.QInt8)):
        quantize_dynamic(onnx / f"{name}_model.onnx", onnx / f"{name}_model_quantized.onnx", weight_type=weights)
