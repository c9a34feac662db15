"""A Stable Diffusion of random weights and a few channels: how it was made, and where tests get it from.

python tests/contract/tiny_models.py    makes tiny_model.zip anew; needs torch and diffusers
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

PACKED = Path(__file__).with_name("tiny_model.zip")
LACKING = (
    ""
    if all(find_spec(name) for name in ("torch", "diffusers", "transformers"))
    else "torch and diffusers are not installed: pip install 'opencanva[local]'"
)
"""Why the local engine cannot draw here; empty when it can."""


def unpack_tiny(folder: Path) -> None:
    """The model, as a folder that diffusers reads."""
    with zipfile.ZipFile(PACKED) as packed:
        packed.extractall(folder)


def make_tiny(folder: Path) -> None:
    """Write the model anew; its weights are coarse so that they pack well."""
    import torch
    from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

    torch.manual_seed(0)
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    words = [*letters, *(f"{one}</w>" for one in letters), "<|startoftext|>", "<|endoftext|>"]
    with tempfile.TemporaryDirectory() as place:
        vocabulary, merges = Path(place, "vocab.json"), Path(place, "merges.txt")
        vocabulary.write_text(json.dumps({word: number for number, word in enumerate(words)}))
        merges.write_text("#version: 0.2\n")
        tokenizer = CLIPTokenizer(str(vocabulary), str(merges), model_max_length=77)
    unet = UNet2DConditionModel(
        block_out_channels=(8, 8), layers_per_block=1, sample_size=16, in_channels=4, out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), cross_attention_dim=8, norm_num_groups=4,
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=4,
    )  # fmt: skip
    vae = AutoencoderKL(
        block_out_channels=(8, 8, 8, 8), down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4, latent_channels=4, norm_num_groups=4,
    )  # fmt: skip
    words_of = CLIPTextConfig(
        hidden_size=8, intermediate_size=12, num_hidden_layers=2, num_attention_heads=2,
        vocab_size=len(words), bos_token_id=len(words) - 2, eos_token_id=len(words) - 1, pad_token_id=1,
    )  # fmt: skip
    text = CLIPTextModel(words_of)
    with torch.no_grad():
        for one in (unet, vae, text):
            for weights in one.parameters():
                weights.copy_((weights * 64).round() / 64)
    StableDiffusionPipeline(
        vae=vae, text_encoder=text, tokenizer=tokenizer, unet=unet, safety_checker=None,
        scheduler=DDIMScheduler(clip_sample=False, set_alpha_to_one=False, steps_offset=1),
        feature_extractor=None, requires_safety_checker=False,
    ).save_pretrained(folder)  # fmt: skip


def pack_tiny() -> None:
    """Make the model and put its files into the archive."""
    with tempfile.TemporaryDirectory() as place:
        make_tiny(Path(place))
        with zipfile.ZipFile(PACKED, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for file in sorted(one for one in Path(place).rglob("*") if one.is_file()):
                packed.writestr(zipfile.ZipInfo(str(file.relative_to(place))), file.read_bytes(),
                                zipfile.ZIP_DEFLATED)  # fmt: skip


if __name__ == "__main__":
    sys.exit(pack_tiny())
