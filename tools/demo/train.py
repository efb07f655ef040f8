"""Trains the tiny CLIP on scenes that are not shipped, on the CPU, and saves it in Hugging Face's format.

python train.py OUTPUT_FOLDER [--steps N]
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from transformers import CLIPConfig, CLIPModel

from corpus import TRAINING_SEED, illustrate, training_scenes
from tokenizer import END, START, save_tokenizer, train_tokenizer

CONTEXT = 77
SIDE = 96
MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)
STD = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
BATCH = 192
PEAK_RATE, WARM_UP = 1.5e-3, 40


def tiny_config(vocabulary: int, start: int, end: int) -> CLIPConfig:
    """CLIP's architecture, about 1.1 M parameters, 512 dimensions out."""
    width = dict(hidden_size=128, intermediate_size=256, num_attention_heads=4, num_hidden_layers=3)
    return CLIPConfig(
        projection_dim=512,
        text_config=dict(
            **width,
            vocab_size=vocabulary,
            max_position_embeddings=CONTEXT,
            bos_token_id=start,
            eos_token_id=end,
            pad_token_id=end,
        ),
        vision_config=dict(**width, image_size=SIDE, patch_size=12),
    )


def pixels(pictures: list) -> torch.Tensor:
    """Pictures as normalised pixel values, [N, 3, SIDE, SIDE]."""
    stacked = np.stack([np.asarray(picture, np.float32) for picture in pictures]) / 255
    return torch.from_numpy(((stacked - MEAN) / STD).transpose(0, 3, 1, 2).copy())


def padded(ids: list[list[int]], end: int) -> torch.Tensor:
    """Token ids padded to the longest with the end token, [N, L]."""
    longest = max(map(len, ids))
    return torch.tensor([row + [end] * (longest - len(row)) for row in ids])


def rate(step: int, steps: int) -> float:
    """Learning rate: linear warm-up, then a cosine to zero."""
    if step < WARM_UP:
        return PEAK_RATE * (step + 1) / WARM_UP
    return PEAK_RATE * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / max(1, steps - WARM_UP)))


def train(folder: Path, steps: int) -> None:
    torch.manual_seed(42)
    rng = np.random.default_rng(42)
    started = time.time()
    pictures, captions = illustrate(training_scenes(), TRAINING_SEED)
    values = pixels(pictures)
    tokenizer = train_tokenizer([caption for five in captions for caption in five])
    start, end = tokenizer.token_to_id(START), tokenizer.token_to_id(END)
    ids = [[encoding.ids for encoding in tokenizer.encode_batch(five)] for five in captions]
    print(f"{len(pictures)} scenes after {time.time() - started:.0f} s", flush=True)

    model = CLIPModel(tiny_config(tokenizer.get_vocab_size(), start, end))
    # Fixed at CLIP's largest scale, so that, as in CLIP, cosines of right and wrong pairs lie close together.
    model.logit_scale.requires_grad_(False).fill_(math.log(100))
    print(f"{sum(p.numel() for p in model.parameters()):,} parameters", flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=PEAK_RATE, weight_decay=0.1, betas=(0.9, 0.98))
    order = np.empty(0, int)
    for step in range(steps):
        if len(order) < BATCH:
            order = rng.permutation(len(pictures))
        batch, order = order[:BATCH], order[BATCH:]
        tokens = padded([ids[i][rng.integers(5)] for i in batch], end)
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps)
        loss = model(input_ids=tokens, pixel_values=values[batch], return_loss=True).loss
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if step % 20 == 19:
            print(f"step {step + 1} loss {loss.item():.3f} after {time.time() - started:.0f} s", flush=True)
    model.save_pretrained(folder)
    save_tokenizer(tokenizer, folder, CONTEXT)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=220)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    train(arguments.folder, arguments.steps)
