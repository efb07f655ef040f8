"""Draws a scene: four times too large, then reduced, for smooth edges."""

import math

import numpy as np
from PIL import Image, ImageDraw

from scenes import Group, Scene

SIDE = 96
SCALE = 4
CANVAS = SIDE * SCALE

RGB = {
    "red": (214, 40, 40),
    "orange": (247, 127, 0),
    "yellow": (250, 210, 30),
    "green": (42, 157, 60),
    "teal": (20, 160, 170),
    "blue": (40, 80, 210),
    "purple": (125, 50, 170),
    "pink": (240, 100, 170),
    "brown": (125, 75, 40),
    "black": (25, 25, 25),
    "white": (250, 250, 250),
}
GROUND_RGB = {  # ground colour, second tone for its pattern
    "white": ((246, 246, 246), (206, 206, 212)),
    "grey": ((178, 178, 182), (142, 142, 150)),
    "cream": ((250, 236, 196), (228, 204, 144)),
    "sky": ((176, 216, 246), (124, 180, 228)),
    "mint": ((186, 236, 204), (138, 206, 166)),
    "rose": ((250, 206, 210), (232, 160, 170)),
    "navy": ((30, 42, 88), (58, 76, 136)),
    "forest": ((26, 72, 50), (52, 108, 78)),
}
GRASS = (96, 150, 70)
DIAMETER = {"small": 14, "medium": 21, "large": 33}
OUTER_DIAMETER = 56
OFFSETS = {  # of a group's objects from its middle, in object spacings
    1: ((0, 0),),
    2: ((-0.5, 0), (0.5, 0)),
    3: ((0, -0.45), (-0.5, 0.45), (0.5, 0.45)),
    4: ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)),
    5: ((-0.8, -0.8), (0.8, -0.8), (0, 0), (-0.8, 0.8), (0.8, 0.8)),
}
MIDDLES = {  # of a layout's groups, in parts of the side
    "top left": ((0.28, 0.28),),
    "top": ((0.5, 0.28),),
    "top right": ((0.72, 0.28),),
    "left": ((0.28, 0.5),),
    "middle": ((0.5, 0.5),),
    "right": ((0.72, 0.5),),
    "bottom left": ((0.28, 0.72),),
    "bottom": ((0.5, 0.72),),
    "bottom right": ((0.72, 0.72),),
    "beside": ((0.27, 0.5), (0.73, 0.5)),
    "above": ((0.5, 0.27), (0.5, 0.73)),
    "falling": ((0.27, 0.27), (0.73, 0.73)),
    "rising": ((0.27, 0.73), (0.73, 0.27)),
    "inside": ((0.5, 0.5), (0.5, 0.5)),
    "row": ((0.18, 0.5), (0.5, 0.5), (0.82, 0.5)),
    "column": ((0.5, 0.18), (0.5, 0.5), (0.5, 0.82)),
    "pyramid": ((0.5, 0.27), (0.27, 0.73), (0.73, 0.73)),
    "funnel": ((0.27, 0.27), (0.73, 0.27), (0.5, 0.73)),
}

Points = list[tuple[float, float]]


def _polar(radii: list[float], turn: float = -0.25) -> Points:
    """Points at equal angles; `turn` is where the first one lies, in full turns."""
    angles = [2 * math.pi * (turn + i / len(radii)) for i in range(len(radii))]
    return [(r * math.cos(a), r * math.sin(a)) for r, a in zip(radii, angles, strict=True)]


def _heart() -> Points:
    points = []
    for i in range(48):
        t = 2 * math.pi * i / 48
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((math.sin(t) ** 3, -(y + 2.5) / 15))
    return points


def _moon() -> Points:
    outer = [math.pi * (0.3 + 1.4 * i / 30) for i in range(31)]
    edge = [(math.cos(a), math.sin(a)) for a in outer]
    (x, top), radius = edge[0], 0.9
    centre = x + math.sqrt(radius**2 - top**2)
    start = math.atan2(top, x - centre)
    inner = [2 * math.pi - start + (2 * start - 2 * math.pi) * i / 30 for i in range(31)]
    edge += [(centre + radius * math.cos(a), radius * math.sin(a)) for a in inner]
    return [(px + 0.25, py) for px, py in edge]


def _fish() -> Points:
    body = [2 * math.pi * (0.04 + 0.92 * i / 30) for i in range(31)]
    edge = [(0.7 * math.cos(a) - 0.3, 0.55 * math.sin(a)) for a in body]
    return [*edge, (1.0, -0.55), (0.8, 0.0), (1.0, 0.55)]


OUTLINES: dict[str, Points] = {  # in a box from -1 to 1, y down
    "circle": _polar([1.0] * 40),
    "ring": _polar([0.8] * 40),
    "square": [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
    "triangle": [(0, -0.95), (1, 0.8), (-1, 0.8)],
    "star": _polar([1.1, 0.45] * 5),
    "heart": _heart(),
    "diamond": [(0, -1.1), (0.75, 0), (0, 1.1), (-0.75, 0)],
    "cross": [
        (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33),
        (0.33, 1), (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33),
    ],  # fmt: skip
    "moon": _moon(),
    "arrow": [
        (0, -1.1), (0.85, -0.1), (0.3, -0.1), (0.3, 1), (-0.3, 1), (-0.3, -0.1), (-0.85, -0.1),
    ],  # fmt: skip
    "house": [(0, -1.05), (1, -0.15), (0.75, -0.15), (0.75, 1), (-0.75, 1), (-0.75, -0.15), (-1, -0.15)],
    "tree": [
        (0, -1.1), (0.6, -0.3), (0.35, -0.3), (0.9, 0.5), (0.2, 0.5), (0.2, 1.05),
        (-0.2, 1.05), (-0.2, 0.5), (-0.9, 0.5), (-0.35, -0.3), (-0.6, -0.3),
    ],  # fmt: skip
    "fish": _fish(),
    "flower": _polar([0.8 + 0.3 * math.cos(2 * math.pi * 5 * i / 60) for i in range(60)]),
}  # fmt: skip


def _ground(scene: Scene) -> Image.Image:
    """Background, [CANVAS, CANVAS] RGB."""
    first, second = GROUND_RGB[scene.ground_colour]
    canvas = Image.new("RGB", (CANVAS, CANVAS), first)
    draw = ImageDraw.Draw(canvas)
    step = CANVAS // 8
    if scene.ground == "gradient":
        # Light at the top, dark at the bottom, well beyond the second tone.
        steps = np.linspace(-0.5, 2.5, SIDE)[:, None]
        tones = np.array(first) + steps * (np.array(second) - np.array(first))
        column = np.clip(tones, 0, 255).astype(np.uint8)[:, None, :]
        strip = np.repeat(column, SIDE, axis=1)
        canvas = Image.fromarray(strip).resize((CANVAS, CANVAS), Image.Resampling.NEAREST)
    elif scene.ground == "lines":
        for y in range(0, CANVAS, step):
            draw.rectangle((0, y, CANVAS, y + step // 2 - 1), fill=second)
    elif scene.ground == "bars":
        for x in range(0, CANVAS, step):
            draw.rectangle((x, 0, x + step // 2 - 1, CANVAS), fill=second)
    elif scene.ground == "checks":
        for i in range(8):
            for j in range(i % 2, 8, 2):
                draw.rectangle(
                    (j * step, i * step, (j + 1) * step - 1, (i + 1) * step - 1), fill=second
                )
    elif scene.ground == "dots":
        for i in range(8):
            for j in range(8):
                x, y = (j + 0.5) * step, (i + 0.5) * step
                draw.circle((x, y), step * 0.22, fill=second)
    elif scene.ground == "frame":
        draw.rectangle((0, 0, CANVAS - 1, CANVAS - 1), outline=second, width=CANVAS // 16)
    elif scene.ground == "horizon":
        draw.rectangle((0, CANVAS * 2 // 3, CANVAS, CANVAS), fill=GRASS)
    return canvas


def _object(
    canvas: Image.Image, group: Group, middle: tuple[float, float], diameter: float
) -> None:
    """Draw one object of a group; `middle` and `diameter` in picture pixels."""
    radius = diameter / 2 * SCALE
    x, y = middle[0] * SCALE, middle[1] * SCALE
    points = [(x + radius * px, y + radius * py) for px, py in OUTLINES[group.shape]]
    closed = [*points, points[0], points[1]]
    colour = RGB[group.colour]
    draw = ImageDraw.Draw(canvas)
    if group.shape == "ring":
        draw.line(closed, fill=colour, width=round(radius * 0.42), joint="curve")
    elif group.style == "hollow":
        draw.line(closed, fill=colour, width=round(SCALE * (1.2 + diameter / 20)), joint="curve")
    elif group.style == "striped":
        mask = Image.new("L", canvas.size)
        ImageDraw.Draw(mask).polygon(points, fill=255)
        paint = Image.new("RGB", canvas.size, colour)
        stripes = ImageDraw.Draw(paint)
        gap = SCALE * 5
        for start in range(-CANVAS, CANVAS, gap):
            stripes.line(
                ((start, CANVAS), (start + CANVAS, 0)), fill=RGB["white"], width=gap * 2 // 5
            )
        canvas.paste(paint, mask=mask)
    else:
        draw.polygon(points, fill=colour)


def draw_scene(scene: Scene, rng: np.random.Generator) -> Image.Image:
    """The picture, [SIDE, SIDE] RGB; `rng` moves things by a few pixels."""
    canvas = _ground(scene)
    layout = scene.layout
    if layout == "left" and len(scene.groups) == 2:
        layout = "beside"
    drawn = list(zip(scene.groups, MIDDLES[layout], strict=True))
    reach = 1.0 if layout in ("row", "column", "inside") else 3.0
    for index, (group, part) in reversed(list(enumerate(drawn))):
        outer = layout == "inside" and index == 1
        diameter = (OUTER_DIAMETER if outer else DIAMETER[group.size]) * rng.uniform(0.93, 1.07)
        if layout in ("row", "column"):
            diameter *= 0.66 if group.count > 1 else 0.88
        shift = rng.uniform(-reach, reach, 2)
        x, y = part[0] * SIDE + shift[0], part[1] * SIDE + shift[1]
        spacing = diameter * 1.2
        # Keep the whole group inside the picture.
        half = spacing * max(abs(dx) for dx, _ in OFFSETS[group.count]) + diameter * 0.55
        x, y = np.clip((x, y), half, SIDE - half)
        for dx, dy in OFFSETS[group.count]:
            _object(canvas, group, (x + dx * spacing, y + dy * spacing), diameter)
    return canvas.reduce(SCALE)
