"""Places, seeds and sizes shared by the scripts."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "public" / "demo"
MODEL = OUTPUT / "model"
# Between-steps files (trained weights); not shipped.
WORK = ROOT / "tools" / "demo" / "work"

SHIPPED_SCENES = 1000
SHIPPED_SEED = 2026
TRAINING_SCENES = 24_000
TRAINING_SEED = 7

CONTEXT = 77  # text positions
PROJECTION = 512  # embedding dimensions
# CLIP's own channel statistics.
IMAGE_MEAN = (0.48145466, 0.4578275, 0.40821073)
IMAGE_STD = (0.26862954, 0.26130258, 0.27577711)
