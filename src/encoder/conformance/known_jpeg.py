"""A small JPEG and its pixels as Pillow decodes them. Writes known-jpeg.json beside it.

python src/encoder/conformance/known_jpeg.py   (Pillow 13.0.0 with libjpeg-turbo 3.2.0)

Colours, edges and subsampled chroma: what decoders differ in.
"""

import base64
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

SIDE = 16
y, x = np.mgrid[:SIDE, :SIDE]
waves = np.stack([127 + 120 * np.sin(x / 2), 127 + 120 * np.cos(y / 3 - x / 5), (x * 37 + y * 53) % 256], -1)
buffer = io.BytesIO()
Image.fromarray(waves.astype(np.uint8)).save(buffer, "JPEG", quality=80, subsampling="4:2:0")
pixels = np.asarray(Image.open(buffer).convert("RGB"))
fixture = {
    "width": SIDE,
    "height": SIDE,
    "jpeg": base64.b64encode(buffer.getvalue()).decode(),
    "rgb": base64.b64encode(pixels.tobytes()).decode(),
}
Path(__file__).with_name("known-jpeg.json").write_text(json.dumps(fixture, indent=2) + "\n")
