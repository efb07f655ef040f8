"""The tiny CLIP: its sizes, and how pixels and texts are put into it."""

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer
from transformers import CLIPConfig

from drawing import SIDE
from settings import CONTEXT, IMAGE_MEAN, IMAGE_STD, MODEL, PROJECTION

WIDTH = 128
HEADS = 4
PATCH = 12


def load_tokenizer() -> Tokenizer:
    """Tokenizer that right-pads a batch with the end token."""
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    end = tokenizer.token_to_id("<|endoftext|>")
    tokenizer.enable_padding(pad_id=end, pad_token="<|endoftext|>")
    tokenizer.enable_truncation(CONTEXT)
    return tokenizer


def clip_config(tokenizer: Tokenizer) -> CLIPConfig:
    end = tokenizer.token_to_id("<|endoftext|>")
    tower = {
        "hidden_size": WIDTH,
        "intermediate_size": 3 * WIDTH,
        "num_attention_heads": HEADS,
        "projection_dim": PROJECTION,
    }
    return CLIPConfig(
        projection_dim=PROJECTION,
        logit_scale_init_value=float(np.log(1 / 0.07)),
        vision_config={
            **tower,
            "num_hidden_layers": 4,
            "image_size": SIDE,
            "patch_size": PATCH,
        },
        text_config={
            **tower,
            "num_hidden_layers": 2,
            "vocab_size": tokenizer.get_vocab_size(),
            "max_position_embeddings": CONTEXT,
            "bos_token_id": tokenizer.token_to_id("<|startoftext|>"),
            "eos_token_id": end,
            "pad_token_id": end,
        },
    )


def stack(pictures: list[Image.Image]) -> torch.Tensor:
    """Pictures as bytes, [N, 3, SIDE, SIDE] uint8."""
    pixels = np.stack([np.asarray(picture.convert("RGB")) for picture in pictures])
    return torch.from_numpy(pixels).permute(0, 3, 1, 2).contiguous()


def normalise(pixels: torch.Tensor) -> torch.Tensor:
    """[N, 3, H, W] uint8 -> float32 with CLIP's channel statistics."""
    mean = torch.tensor(IMAGE_MEAN).view(1, 3, 1, 1)
    std = torch.tensor(IMAGE_STD).view(1, 3, 1, 1)
    return (pixels.float() / 255 - mean) / std
