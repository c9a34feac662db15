"""UUIDv7 ids from a seeded source, for a given moment."""

from __future__ import annotations

from random import Random


def id_at(random: Random, at: int) -> str:
    """A UUIDv7 of the moment `at` (milliseconds since 1970 UTC); ids of one moment are in no order."""
    bits = random.getrandbits(74)
    moment, tail = f"{at:012x}", f"{bits & 0x3FFFFFFFFFFFFFFF:016x}"
    return f"{moment[:8]}-{moment[8:]}-7{bits >> 62:03x}-{'89ab'[int(tail[0], 16)]}{tail[1:4]}-{tail[4:]}"
