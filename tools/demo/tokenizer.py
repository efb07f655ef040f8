"""Trains the byte-level BPE tokenizer and writes it in CLIP's layout."""

import json

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from dataset import texts, training_scenes
from settings import CONTEXT, MODEL, TRAINING_SEED

START, END = "<|startoftext|>", "<|endoftext|>"
SUFFIX = "</w>"
MERGES = 360
WORDS = (
    r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
)


def alphabet() -> list[str]:
    """All 256 bytes as characters, in a fixed order: nothing is ever unknown."""
    return sorted(pre_tokenizers.ByteLevel.alphabet())


def learn_merges(lines: list[str]) -> list[tuple[str, str]]:
    """The first MERGES pairs that byte-pair encoding joins."""
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix=SUFFIX))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=2 * 256 + MERGES,
        initial_alphabet=alphabet(),
        end_of_word_suffix=SUFFIX,
        show_progress=False,
    )
    tokenizer.train_from_iterator(lines, trainer)
    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    return [(left, right) for left, right in merges][:MERGES]


def special(content: str, number: int, normalized: bool) -> dict:
    return {
        "id": number,
        "content": content,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": normalized,
        "special": True,
    }


def clip_layout(merges: list[tuple[str, str]]) -> dict:
    """tokenizer.json: bytes, bytes that end a word, merges, then the two marks."""
    tokens = alphabet()
    tokens += [byte + SUFFIX for byte in tokens]
    tokens += [left + right for left, right in merges]
    tokens += [START, END]
    vocab = {token: number for number, token in enumerate(tokens)}
    assert len(vocab) == len(tokens)
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [special(START, vocab[START], True), special(END, vocab[END], False)],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
                {"type": "Lowercase"},
            ],
        },
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {
                    "type": "Split",
                    "pattern": {"Regex": WORDS},
                    "behavior": "Removed",
                    "invert": True,
                },
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True},
            ],
        },
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": [END, vocab[END]],
            "cls": [START, vocab[START]],
            "trim_offsets": False,
            "add_prefix_space": False,
        },
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": END,
            "continuing_subword_prefix": "",
            "end_of_word_suffix": SUFFIX,
            "fuse_unk": False,
            "vocab": vocab,
            "merges": [f"{left} {right}" for left, right in merges],
        },
    }


CONFIG = {
    "tokenizer_class": "CLIPTokenizer",
    "model_max_length": CONTEXT,
    "do_lower_case": True,
    "add_prefix_space": False,
    "errors": "replace",
    "bos_token": START,
    "eos_token": END,
    "pad_token": END,
    "unk_token": END,
}


def make() -> None:
    MODEL.mkdir(parents=True, exist_ok=True)
    lines = [text for five in texts(training_scenes(), TRAINING_SEED) for text in five]
    layout = clip_layout(learn_merges(lines))
    text = json.dumps(layout, ensure_ascii=False, indent=1)
    (MODEL / "tokenizer.json").write_text(text + "\n", "utf-8")
    (MODEL / "tokenizer_config.json").write_text(json.dumps(CONFIG, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    make()
