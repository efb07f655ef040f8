"""Scenes with their pictures and captions: which are for training and which are shipped."""

import numpy as np
from PIL import Image

from captions import Writer
from drawing import draw_scene
from scenes import Scene, distinct_scenes

SHIPPED_SEED, SHIPPED = 2017, 1000
TRAINING_SEED, TRAINING = 1, 16000


def shipped_scenes() -> list[Scene]:
    """The 1,000 scenes of the demo, in the order of its captions file."""
    return distinct_scenes(SHIPPED_SEED, SHIPPED)


def training_scenes() -> list[Scene]:
    """Scenes to learn from; none of them is shipped."""
    return distinct_scenes(TRAINING_SEED, TRAINING, frozenset(shipped_scenes()))


def illustrate(scenes: list[Scene], seed: int) -> tuple[list[Image.Image], list[list[str]]]:
    """A picture and five captions for each scene; scene i depends on (seed, i) alone."""
    pictures, captions = [], []
    for index, scene in enumerate(scenes):
        rng = np.random.default_rng((seed, index))
        pictures.append(draw_scene(scene, rng))
        captions.append(Writer(rng).captions(scene))
    return pictures, captions
