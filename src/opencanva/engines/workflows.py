"""ComfyUI workflows with named holes: read from settings, checked in words, filled for one picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opencanva.engines.contract import Ask
from opencanva.kit.reading import read_json

_HOLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_KNOWN = re.compile(r"prompt|negative|seed|width|height|steps|guidance|reference_[1-8]")


@dataclass(frozen=True, slots=True)
class Workflow:
    """A graph as `/prompt` takes it, with texts such as {{prompt}} in place of values."""

    name: str
    graph: Mapping[str, Any]
    holes: frozenset[str]

    @property
    def references(self) -> int:
        """How many references it has holes for; it needs them all."""
        return sum(hole.startswith("reference_") for hole in self.holes)


def read_workflows(text: str) -> dict[str, Workflow]:
    """Named workflows out of JSON. Raises ValueError, saying which hole is missing or what is not right."""
    if not text.strip():
        return {}
    try:
        given = read_json(text)
    except ValueError as error:
        raise ValueError(f"It is no JSON: {error}") from None
    if not isinstance(given, dict) or not all(isinstance(one, dict) for one in given.values()):
        raise ValueError('It must map names to workflows, such as {"Portrait": {"3": {"class_type": …}}}')
    return {name: read_workflow(name, graph) for name, graph in given.items()}


def read_workflow(name: str, graph: Mapping[str, Any]) -> Workflow:
    """One workflow. Raises ValueError in words."""
    if not graph or not all(isinstance(node, dict) and "class_type" in node for node in graph.values()):
        raise ValueError(f"“{name}” is no workflow for the API. In ComfyUI, use “Export (API)”.")
    holes = {hole for text in _texts(graph) for hole in _HOLE.findall(text)}
    if strange := sorted(hole for hole in holes if not _KNOWN.fullmatch(hole)):
        raise ValueError(
            f"“{name}” has a hole that nothing fills: {', '.join(strange)}. Known are prompt, negative, seed, "
            "width, height, steps, guidance, reference_1 to reference_8."
        )
    if "prompt" not in holes:
        raise ValueError(f"“{name}” lacks the hole {{{{prompt}}}}: put it where the prompt goes.")
    count = sum(hole.startswith("reference_") for hole in holes)
    if any(f"reference_{number}" not in holes for number in range(1, count + 1)):
        raise ValueError(f"“{name}” must count its references from 1, without a gap.")
    return Workflow(name, graph, frozenset(holes))


def workflow_of_checkpoint(checkpoint: str) -> Workflow:
    """The plain workflow that draws with one checkpoint."""
    clip, latent = ["1", 1], ["4", 0]
    graph = {
        "1": _node("CheckpointLoaderSimple", ckpt_name=checkpoint),
        "2": _node("CLIPTextEncode", text="{{prompt}}", clip=clip),
        "3": _node("CLIPTextEncode", text="{{negative}}", clip=clip),
        "4": _node("EmptyLatentImage", width="{{width}}", height="{{height}}", batch_size=1),
        "5": _node("KSampler", model=["1", 0], positive=["2", 0], negative=["3", 0], latent_image=latent,
                   seed="{{seed}}", steps="{{steps}}", cfg="{{guidance}}", sampler_name="euler",
                   scheduler="normal", denoise=1.0),
        "6": _node("VAEDecode", samples=["5", 0], vae=["1", 2]),
        "7": _node("SaveImage", images=["6", 0], filename_prefix="opencanva"),
    }  # fmt: skip
    return read_workflow(checkpoint, graph)


def fill(workflow: Workflow, ask: Ask, names: Sequence[str]) -> dict[str, Any]:
    """The graph for one picture. A text that is one hole becomes its value; other holes are put into the text."""
    values: dict[str, Any] = {
        "prompt": ask.prompt, "negative": ask.negative, "seed": ask.seed or 0, "width": ask.width,
        "height": ask.height, "steps": ask.options.get("steps", 20), "guidance": ask.options.get("guidance", 7.0),
    }  # fmt: skip
    values |= {f"reference_{number}": name for number, name in enumerate(names, 1)}

    def put(value: Any) -> Any:
        if isinstance(value, str):
            whole = _HOLE.fullmatch(value)
            return values[whole[1]] if whole else _HOLE.sub(lambda hole: str(values[hole[1]]), value)
        if isinstance(value, list):
            return [put(one) for one in value]
        return {key: put(one) for key, one in value.items()} if isinstance(value, dict) else value

    return {id: put(node) for id, node in workflow.graph.items()}


def lacking(workflow: Workflow, nodes: Mapping[str, Any]) -> list[str]:
    """The kinds of node that it needs and `/object_info` does not have."""
    return sorted({str(node["class_type"]) for node in workflow.graph.values()} - set(nodes))


def _node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
