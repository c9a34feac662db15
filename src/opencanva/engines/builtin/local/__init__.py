"""Models on this computer's own disk, run by diffusers in a process of their own."""

from __future__ import annotations

from opencanva.engines.builtin.local.engine import Local

__all__ = ["ENGINE", "Local"]

ENGINE = Local
