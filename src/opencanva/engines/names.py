"""Names of files as ids of models: letters, digits and a few signs, the same for the same name."""

from __future__ import annotations

import hashlib
import re

_FITS = re.compile(r"[A-Za-z0-9._:/@+-]{1,120}\Z")
_OTHER = re.compile(r"[^A-Za-z0-9._:/@+-]+")


def id_of(name: str) -> str:
    """The name itself where it may be an id, else a readable one with eight digits that tell it from others."""
    if _FITS.match(name):
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{_OTHER.sub('-', name).strip('-')[:100]}-{digest}"
