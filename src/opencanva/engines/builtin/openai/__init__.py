"""Everything that speaks OpenAI's images dialect: OpenAI itself, programs of one's own, other hosts."""

from __future__ import annotations

from opencanva.engines.builtin.openai.engine import OpenAI

__all__ = ["ENGINE", "OpenAI"]

ENGINE = OpenAI
