"""Make the small COCO sample: pictures.zip, captions.json and NOTICE.md.

    python tools/coco-mini/make.py CAPTIONS_JSON PICTURE_FOLDER OUTPUT_FOLDER

Only pictures that are present in PICTURE_FOLDER and whose Flickr licence lets
anyone share a changed copy (CC BY 2.0, CC BY-SA 2.0) are taken.
"""

import argparse
import io
import json
import zipfile
from pathlib import Path

from PIL import Image

LICENCES = {4: "CC BY 2.0", 5: "CC BY-SA 2.0"}
SHORT_EDGE = 288
JPEG_QUALITY = 88
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def shrink(image: dict, folder: Path) -> bytes:
    """File content for the sample; sets the entry's new width and height.

    A picture that is already small enough is passed on byte for byte.
    """
    path = folder / image["file_name"]
    with Image.open(path) as source:
        picture = source.convert("RGB")
    factor = SHORT_EDGE / min(picture.size)
    if factor >= 1:
        return path.read_bytes()
    image["width"], image["height"] = (round(side * factor) for side in picture.size)
    picture = picture.resize((image["width"], image["height"]), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return out.getvalue()


def pick(coco: dict, folder: Path) -> dict:
    """The part of `coco` that can be shipped, in the order of the source file."""
    images = [
        image
        for image in coco["images"]
        if image["license"] in LICENCES and (folder / image["file_name"]).is_file()
    ]
    ids = {image["id"] for image in images}
    used = {image["license"] for image in images}
    return {
        "info": coco["info"],
        "licenses": [one for one in coco["licenses"] if one["id"] in used],
        "images": images,
        "annotations": [one for one in coco["annotations"] if one["image_id"] in ids],
    }


def notice(sample: dict) -> str:
    urls = {one["id"]: one["url"] for one in sample["licenses"]}
    lines = [
        "# Notice for the COCO sample",
        "",
        "`captions.json`: captions © COCO Consortium, from the COCO 2017 validation set",
        "(https://cocodataset.org), licensed",
        "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).",
        "The caption texts are unchanged. The file holds only the entries of the pictures below,",
        "and `width` and `height` are those of the scaled pictures.",
        "",
        "`pictures.zip`: photographs by Flickr users, each under the licence its row names.",
        "COCO lists no photographers' names; each row's links lead to the picture.",
        "The last column says what was changed; a scaled copy (saved as JPEG again)",
        "keeps the licence of its original.",
        "",
        "| File | Source | COCO copy | Licence | Change |",
        "| --- | --- | --- | --- | --- |",
    ]
    for image in sample["images"]:
        small = min(image["width"], image["height"]) < SHORT_EDGE
        change = "none" if small else f"scaled to a {SHORT_EDGE}-pixel short edge"
        licence = f"[{LICENCES[image['license']]}]({urls[image['license']]})"
        lines.append(
            f"| {image['file_name']} | {image['flickr_url']} | {image['coco_url']} "
            f"| {licence} | {change} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("captions", type=Path, help="COCO captions JSON")
    parser.add_argument("pictures", type=Path, help="folder with COCO pictures")
    parser.add_argument("output", type=Path, help="folder to write to")
    args = parser.parse_args()

    sample = pick(json.loads(args.captions.read_text("utf-8")), args.pictures)
    args.output.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(args.output / "pictures.zip", "w", zipfile.ZIP_STORED) as archive:
        for image in sample["images"]:
            content = shrink(image, args.pictures)
            archive.writestr(zipfile.ZipInfo(image["file_name"], ZIP_TIME), content)
    text = json.dumps(sample, ensure_ascii=False, indent=1)
    (args.output / "captions.json").write_text(text + "\n", "utf-8")
    (args.output / "NOTICE.md").write_text(notice(sample), "utf-8")
    print(f"{len(sample['images'])} pictures, {len(sample['annotations'])} captions")


if __name__ == "__main__":
    main()
