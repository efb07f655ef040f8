"""Five differently worded captions for a scene."""

import numpy as np

from scenes import Group, Scene

NOUNS = {  # singular, plural
    "circle": (("circle", "circles"), ("disc", "discs"), ("round spot", "round spots")),
    "square": (("square", "squares"), ("box", "boxes"), ("block", "blocks")),
    "triangle": (("triangle", "triangles"),),
    "star": (("star", "stars"), ("five-pointed star", "five-pointed stars")),
    "heart": (("heart", "hearts"), ("love heart", "love hearts")),
    "diamond": (("diamond", "diamonds"), ("rhombus", "rhombuses"), ("lozenge", "lozenges")),
    "cross": (("cross", "crosses"), ("plus sign", "plus signs"), ("plus", "pluses")),
    "ring": (("ring", "rings"), ("hoop", "hoops")),
    "moon": (("moon", "moons"), ("crescent", "crescents"), ("half moon", "half moons")),
    "arrow": (("arrow", "arrows"), ("arrow pointing up", "arrows pointing up")),
    "house": (("house", "houses"), ("hut", "huts"), ("home", "homes")),
    "tree": (("tree", "trees"), ("fir", "firs"), ("pine tree", "pine trees")),
    "fish": (("fish", "fish"),),
    "flower": (("flower", "flowers"), ("blossom", "blossoms")),
}
COLOUR_WORDS = {
    "red": ("red", "red", "crimson"),
    "orange": ("orange",),
    "yellow": ("yellow", "yellow", "golden"),
    "green": ("green",),
    "teal": ("teal", "turquoise"),
    "blue": ("blue",),
    "purple": ("purple", "violet"),
    "pink": ("pink",),
    "brown": ("brown",),
    "black": ("black",),
    "white": ("white",),
}
SIZE_WORDS = {"small": ("small", "little", "tiny"), "large": ("large", "big", "huge")}
STYLE_WORDS = {"hollow": ("hollow", "outlined", "empty"), "striped": ("striped", "stripy")}
NUMBERS = {
    1: ("a", "a", "one"),
    2: ("two", "two", "a pair of"),
    3: ("three", "three", "a trio of"),
    4: ("four", "4"),
    5: ("five", "5"),
}
GROUND_COLOUR_WORDS = {
    "white": ("white",),
    "grey": ("grey", "gray"),
    "cream": ("cream", "beige"),
    "sky": ("light blue", "sky blue", "pale blue"),
    "mint": ("mint", "light green", "pale green"),
    "rose": ("rose", "light pink", "pale pink"),
    "navy": ("navy", "dark blue"),
    "forest": ("dark green", "forest green"),
}
GROUNDS = {  # {} is the colour
    "plain": ("a plain {} background", "{}", "an even {} ground"),
    "gradient": ("a {} gradient", "{} fading from light to dark", "a shaded {} background"),
    "lines": ("{} horizontal stripes", "a background of {} lines across", "level {} stripes"),
    "bars": ("{} vertical stripes", "a background of {} upright bars", "upright {} stripes"),
    "checks": ("a {} checkerboard", "a checked {} background", "{} checks"),
    "dots": ("a dotted {} background", "{} with dots", "a {} polka dot background"),
    "frame": ("a {} background with a frame", "framed {}", "a {} card with a border"),
    "horizon": ("grass with a {} sky", "a {} sky above a green field", "a lawn under a {} sky"),
}
ONE_PLACE = {
    "middle": ("in the middle", "in the centre"),
    "left": ("on the left", "at the left side"),
    "right": ("on the right", "at the right side"),
    "top": ("at the top", "near the upper edge"),
    "bottom": ("at the bottom", "near the lower edge"),
    "top left": ("in the top left corner", "at the upper left"),
    "top right": ("in the top right corner", "at the upper right"),
    "bottom left": ("in the bottom left corner", "at the lower left"),
    "bottom right": ("in the bottom right corner", "at the lower right"),
}
ARRANGED = {  # {0}, {1}, {2}: the scene's groups in their order
    "left": (
        "{0} to the left of {1}",
        "{1} to the right of {0}",
        "{0} on the left and {1} on the right",
        "{1}, and left of that {0}",
    ),
    "above": (
        "{0} above {1}",
        "{1} below {0}",
        "{0} over {1}",
        "{1} under {0}",
        "{0} at the top and {1} at the bottom",
    ),
    "falling": (
        "{0} at the upper left and {1} at the lower right",
        "{1} in the bottom right corner, {0} in the top left corner",
        "{0} above and to the left of {1}",
        "{1} below and to the right of {0}",
    ),
    "rising": (
        "{0} at the lower left and {1} at the upper right",
        "{1} in the top right corner, {0} in the bottom left corner",
        "{0} below and to the left of {1}",
        "{1} above and to the right of {0}",
    ),
    "inside": (
        "{0} inside {1}",
        "{0} in the middle of {1}",
        "{1} around {0}",
        "{1} with {0} on it",
    ),
    "row": (
        "{0}, {1} and {2} from left to right",
        "a row of {0}, {1} and {2}",
        "{1} between {0} on the left and {2} on the right",
        "{2}, {1} and {0} from right to left",
    ),
    "column": (
        "{0}, {1} and {2} from top to bottom",
        "a column of {0}, {1} and {2}",
        "{1} between {0} at the top and {2} at the bottom",
        "{2}, above it {1}, and above that {0}",
    ),
    "pyramid": (
        "{0} above {1} and {2}",
        "{1} and {2} below {0}",
        "{0} at the top, {1} at the lower left, {2} at the lower right",
    ),
    "funnel": (
        "{0} and {1} above {2}",
        "{2} below {0} and {1}",
        "{2} at the bottom, {0} at the upper left, {1} at the upper right",
    ),
}


class Writer:
    """Puts a scene into words; every choice comes from `rng`."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def pick(self, options: tuple) -> str:
        return options[self.rng.integers(len(options))]

    def says(self, chance: float) -> bool:
        return bool(self.rng.random() < chance)

    def group(self, group: Group, detail: float, number: bool = True) -> str:
        """Noun phrase; `detail` is the chance that size and style are told."""
        words = []
        if group.size in SIZE_WORDS and self.says(detail):
            words.append(self.pick(SIZE_WORDS[group.size]))
        if group.style in STYLE_WORDS and self.says(detail):
            words.append(self.pick(STYLE_WORDS[group.style]))
        if self.says(0.95):
            words.append(self.pick(COLOUR_WORDS[group.colour]))
        words.append(self.pick(NOUNS[group.shape])[group.count > 1])
        phrase = " ".join(words)
        if not number and group.count == 1:
            return phrase
        how_many = self.pick(NUMBERS[group.count])
        if how_many == "a" and phrase[0] in "aeiou":
            how_many = "an"
        return f"{how_many} {phrase}"

    def ground(self, scene: Scene) -> str:
        colour = self.pick(GROUND_COLOUR_WORDS[scene.ground_colour])
        return self.pick(GROUNDS[scene.ground]).format(colour)

    def arranged(self, scene: Scene, detail: float) -> str:
        """All groups and how they lie."""
        groups = [self.group(group, detail) for group in scene.groups]
        if len(groups) == 1:
            return f"{groups[0]} {self.pick(ONE_PLACE[scene.layout])}"
        return self.pick(ARRANGED[scene.layout]).format(*groups)

    def listed(self, scene: Scene, detail: float, number: bool = True) -> str:
        """All groups in any order, without how they lie."""
        groups = [self.group(group, detail, number) for group in scene.groups]
        self.rng.shuffle(groups)
        if len(groups) == 1:
            return groups[0]
        return f"{', '.join(groups[:-1])} and {groups[-1]}"

    def full(self, scene: Scene) -> str:
        return f"{self.arranged(scene, 0.85)} on {self.ground(scene)}."

    def ground_first(self, scene: Scene) -> str:
        verb = "there are" if len(scene.groups) > 1 or scene.groups[0].count > 1 else "there is"
        return f"on {self.ground(scene)} {verb} {self.arranged(scene, 0.6)}."

    def no_ground(self, scene: Scene) -> str:
        opening = self.pick(("", "", "a drawing of ", "a picture of "))
        return f"{opening}{self.arranged(scene, 0.95)}."

    def loose(self, scene: Scene) -> str:
        return f"{self.listed(scene, 0.9)} on {self.ground(scene)}."

    def terse(self, scene: Scene) -> str:
        parts = [self.listed(scene, 0.7, number=False), self.ground(scene)]
        self.rng.shuffle(parts)
        return ", ".join(parts)

    def partial(self, scene: Scene) -> str:
        """Leaves out one of three groups; keeps the rest and the ground."""
        groups = list(scene.groups)
        if len(groups) == 3:
            groups.pop(self.rng.integers(3))
        told = " with ".join(self.group(group, 0.9) for group in groups)
        ending = self.pick(("in front of", "against", "drawn on"))
        return f"{told}, {ending} {self.ground(scene)}."

    def captions(self, scene: Scene) -> list[str]:
        """Five captions, each from another template."""
        templates = [
            self.full, self.ground_first, self.no_ground, self.loose, self.terse, self.partial,
        ]  # fmt: skip
        order = self.rng.permutation(len(templates))[:5]
        texts = [templates[i](scene) for i in order]
        return [text[0].upper() + text[1:] for text in texts]
