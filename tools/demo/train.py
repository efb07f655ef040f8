"""Trains the tiny CLIP from scratch on the CPU with the contrastive loss."""

import argparse
import math
import time

import numpy as np
import torch
from transformers import CLIPModel

from dataset import pictures, texts, training_scenes
from model import clip_config, load_tokenizer, normalise, stack
from settings import TRAINING_SEED, WORK

STEPS = 900
BATCH = 192
WARM_UP = 60
RATE = 1.5e-3


def token_table(captions: list[list[str]], tokenizer) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids [scenes, 5, longest], padded with the end token, and lengths [scenes, 5]."""
    encoded = tokenizer.encode_batch([text for five in captions for text in five])
    ids = torch.tensor([one.ids for one in encoded])
    lengths = torch.tensor([sum(one.attention_mask) for one in encoded])
    return ids.view(len(captions), 5, -1), lengths.view(len(captions), 5)


def rate(step: int, steps: int) -> float:
    """Learning rate: a linear rise, then half a cosine down to zero."""
    if step < WARM_UP:
        return RATE * (step + 1) / WARM_UP
    return RATE * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / (steps - WARM_UP)))


def contrastive_loss(
    images: torch.Tensor, captions: torch.Tensor, scale: torch.Tensor
) -> torch.Tensor:
    """Symmetric cross-entropy over one batch; embeddings [B, D], pair i belongs together."""
    images = torch.nn.functional.normalize(images)
    captions = torch.nn.functional.normalize(captions)
    logits = scale * captions @ images.T
    pairs = torch.arange(len(logits))
    across = torch.nn.functional.cross_entropy(logits, pairs)
    down = torch.nn.functional.cross_entropy(logits.T, pairs)
    return (across + down) / 2


def optimizer_for(model: CLIPModel) -> torch.optim.Optimizer:
    """AdamW; weight decay only on matrices."""
    matrices = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    groups = [
        {"params": matrices, "weight_decay": 0.05},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def train(steps: int) -> None:
    torch.manual_seed(TRAINING_SEED)
    torch.set_num_threads(2)
    rng = np.random.default_rng((TRAINING_SEED, 3))
    tokenizer = load_tokenizer()
    scenes = training_scenes()
    pixels = stack(pictures(scenes, TRAINING_SEED))
    ids, lengths = token_table(texts(scenes, TRAINING_SEED), tokenizer)
    model = CLIPModel(clip_config(tokenizer)).train()
    print(f"{sum(p.numel() for p in model.parameters()):,} parameters", flush=True)
    optimizer = optimizer_for(model)

    order = np.empty(0, dtype=np.int64)
    start = time.perf_counter()
    for step in range(steps):
        if len(order) < BATCH:
            order = rng.permutation(len(scenes))
        rows, order = torch.from_numpy(order[:BATCH]), order[BATCH:]
        which = torch.from_numpy(rng.integers(5, size=BATCH))
        longest = int(lengths[rows, which].max())
        images = model.get_image_features(pixel_values=normalise(pixels[rows]))
        captions = model.get_text_features(input_ids=ids[rows, which, :longest])
        loss = contrastive_loss(
            images.pooler_output, captions.pooler_output, model.logit_scale.exp()
        )
        for group in optimizer.param_groups:
            group["lr"] = rate(step, steps)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            model.logit_scale.clamp_(max=math.log(100))
        if step % 20 == 0 or step == steps - 1:
            seconds = time.perf_counter() - start
            scale = model.logit_scale.exp().item()
            print(
                f"step {step}  loss {loss.item():.3f}  scale {scale:.1f}  {seconds:.0f} s",
                flush=True,
            )
    model.eval().save_pretrained(WORK)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    train(parser.parse_args().steps)
