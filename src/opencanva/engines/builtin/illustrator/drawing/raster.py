"""SVG to pixels in a child process: the renderer holds the interpreter, and the server must not wait for it."""

from __future__ import annotations

import atexit
import io
import os
import struct
import subprocess
import sys
import threading
from collections import deque

from PIL import Image

LOOP = """
import signal, struct, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path[:] = sys.argv[1:]
from resvg_py import svg_to_bytes
take, give = sys.stdin.buffer, sys.stdout.buffer
while len(head := take.read(8)) == 8:
    size, width = struct.unpack("<II", head)
    made = bytes(svg_to_bytes(svg_string=take.read(size).decode(), width=width, dpi=96.0, skip_system_fonts=True))
    give.write(struct.pack("<I", len(made)) + made)
    give.flush()
"""
"""What a child runs: it ends when its parent does, for then there is nothing more to read."""
idle: deque[subprocess.Popen[bytes]] = deque()
"""Children that wait for something to draw."""
_lock = threading.Lock()


def draw_svg(source: str, width: int) -> Image.Image:
    """An SVG as RGBA pixels, `width` wide; drawn here and now where no child can be had."""
    try:
        data = _ask(source.encode(), width)
    except OSError:
        import resvg_py

        data = bytes(resvg_py.svg_to_bytes(svg_string=source, width=width, dpi=96.0, skip_system_fonts=True))
    return Image.open(io.BytesIO(data)).convert("RGBA")


def _ask(source: bytes, width: int) -> bytes:
    """The PNG a child makes of it. Raises OSError when it cannot be started or dies."""
    with _lock:
        child = idle.pop() if idle else None
    child = child or _start()
    take, give = child.stdout, child.stdin
    if take is None or give is None:
        raise BrokenPipeError("the child was started without pipes")
    try:
        give.write(struct.pack("<II", len(source), width) + source)
        give.flush()
        head = take.read(4)
        data = take.read(struct.unpack("<I", head)[0]) if len(head) == 4 else b""
        if not data:
            raise BrokenPipeError("the child died")
    except BaseException:
        child.kill()
        child.wait()
        take.close()
        raise
    with _lock:
        idle.append(child)
    return data


def _start() -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False) or not sys.executable:
        raise FileNotFoundError("there is no interpreter to start")
    atexit.unregister(_end)
    atexit.register(_end)
    return subprocess.Popen(  # noqa: S603 our own interpreter on our own source
        [sys.executable, "-S", "-c", LOOP, *filter(None, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end() -> None:
    """Let the idle children end with this process."""
    while idle:
        child = idle.pop()
        if child.stdin is not None:
            child.stdin.close()
        child.wait(2)
