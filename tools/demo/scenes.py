"""What is in a picture: the scene description and its random generator."""

from dataclasses import dataclass

import numpy as np

SHAPES = (
    "circle", "square", "triangle", "star", "heart", "diamond", "cross",
    "ring", "moon", "arrow", "house", "tree", "fish", "flower",
)  # fmt: skip
COLOURS = (
    "red", "orange", "yellow", "green", "teal", "blue",
    "purple", "pink", "brown", "black", "white",
)  # fmt: skip
SIZES = ("small", "medium", "large")
STYLES = ("solid", "hollow", "striped")
GROUNDS = ("plain", "gradient", "lines", "bars", "checks", "dots", "frame", "horizon")
GROUND_COLOURS = ("white", "grey", "cream", "sky", "mint", "rose", "navy", "forest")
PLACES = (
    "top left", "top", "top right", "left", "middle",
    "right", "bottom left", "bottom", "bottom right",
)  # fmt: skip
LAYOUTS = {
    1: PLACES,
    2: ("left", "above", "falling", "rising", "inside"),
    3: ("row", "column", "pyramid", "funnel"),
}
# Shapes wide enough to have another one drawn on top of them.
HOLDERS = ("circle", "square", "heart", "diamond", "star", "flower")
# Object colours that are hard to see on a ground colour.
HIDDEN = {
    "white": ("white", "yellow"),
    "grey": ("white",),
    "cream": ("white", "yellow"),
    "sky": ("white", "teal"),
    "mint": ("white", "teal"),
    "rose": ("white", "pink"),
    "navy": ("black", "blue", "purple", "brown"),
    "forest": ("black", "green", "brown", "teal"),
}


@dataclass(frozen=True)
class Group:
    """`count` equal objects drawn close together."""

    count: int
    shape: str
    colour: str
    size: str
    style: str


@dataclass(frozen=True)
class Scene:
    """One to three groups on a ground.

    The order of `groups` goes with `layout`: from left to right, from top to
    bottom, or inner before outer.
    """

    ground: str
    ground_colour: str
    layout: str
    groups: tuple[Group, ...]


def _pick(rng: np.random.Generator, options: tuple[str, ...]) -> str:
    return options[rng.integers(len(options))]


def _count(rng: np.random.Generator, groups: int) -> int:
    """One object more often than several; fewer of them when there are more groups."""
    chances = {
        1: (0.3, 0.2, 0.2, 0.15, 0.15),
        2: (0.55, 0.2, 0.15, 0.1),
        3: (0.8, 0.2),
    }[groups]
    return 1 + int(rng.choice(len(chances), p=chances))


def _group(rng: np.random.Generator, groups: int, colours: tuple[str, ...]) -> Group:
    count = _count(rng, groups)
    shape = _pick(rng, SHAPES)
    colour = _pick(rng, colours)
    size = _pick(rng, SIZES if count == 1 else SIZES[:2])
    style = "solid"
    if shape not in ("ring", "moon") and rng.random() < 0.4:
        # White stripes need another colour below them.
        style = _pick(rng, STYLES[1:] if colour != "white" else STYLES[1:2])
    return Group(count, shape, colour, size, style)


def _nested(rng: np.random.Generator, colours: tuple[str, ...]) -> tuple[Group, Group]:
    """A small object and the large one it is drawn on."""
    outer_colour, inner_colour = rng.choice(colours, 2, replace=False)
    outer = Group(1, _pick(rng, HOLDERS), str(outer_colour), "large", "solid")
    shapes = tuple(shape for shape in SHAPES if shape != outer.shape)
    return Group(1, _pick(rng, shapes), str(inner_colour), "small", "solid"), outer


def random_scene(rng: np.random.Generator) -> Scene:
    ground = _pick(rng, GROUNDS)
    ground_colour = _pick(rng, GROUND_COLOURS)
    colours = tuple(c for c in COLOURS if c not in HIDDEN[ground_colour])
    if ground == "horizon":
        colours = tuple(c for c in colours if c not in ("green", "brown"))
    number = 1 + int(rng.choice(3, p=(0.3, 0.4, 0.3)))
    layout = _pick(rng, LAYOUTS[number])
    if layout == "inside":
        return Scene(ground, ground_colour, layout, _nested(rng, colours))
    groups = tuple(_group(rng, number, colours) for _ in range(number))
    return Scene(ground, ground_colour, layout, groups)


def distinct_scenes(seed: int, number: int, taken: frozenset[Scene] = frozenset()) -> list[Scene]:
    """`number` scenes, all different and none of them in `taken`."""
    rng = np.random.default_rng(seed)
    found: dict[Scene, None] = {}
    while len(found) < number:
        scene = random_scene(rng)
        if scene not in taken:
            found[scene] = None
    return list(found)
