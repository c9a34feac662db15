"""The HTTP server: one uvicorn inside our process, which ends live streams before it waits for anybody."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp


class CannotListen(Exception):
    """The address cannot be had; the message says why and what to do."""

    exit_code = 2


def bind(host: str, port: int) -> socket.socket:
    """A socket on the address, not yet listening; port 0 takes a free one.

    Raises CannotListen for a taken port, an address this machine lacks, and any address beyond loopback:
    without accounts everybody who can reach the server owns it.
    """
    if not is_loopback(host):
        raise CannotListen(
            f"Open Canva has no accounts here, so it listens only on this machine, not on {host}. "
            "Set OPENCANVA_HOST to 127.0.0.1, or leave it out."
        )
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        bound = socket.socket(family, kind, protocol)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(1)  # binding alone succeeds beside a socket that only bound; listening tells
    except OSError as error:
        raise CannotListen(_why(error, host, port)) from error
    return bound


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Server(uvicorn.Server):
    """Serves `app` on a bound socket until SIGINT, SIGTERM or `should_exit`.

    `on_start` gets the address once requests are answered; `on_stop` is called first of all at the end and
    must end every live stream, or they would hold the server open. Stopping takes about 0.2 s, at most 2 s
    while answers are under way. Signals end `serve()` normally, so that the caller can close what it opened.
    """

    def __init__(
        self,
        app: ASGIApp,
        bound: socket.socket,
        *,
        on_stop: Callable[[], None],
        on_start: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                lifespan="on",
                timeout_keep_alive=75,
                timeout_graceful_shutdown=2,
            )
        )
        self.bound = bound
        self.on_start = on_start or _print_address
        self.on_stop = on_stop

    @property
    def address(self) -> str:
        """Where a browser finds the server, such as http://127.0.0.1:8700."""
        host, port = self.bound.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop; `sockets` replaces the bound one."""
        await super().serve(sockets or [self.bound])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start answering, then tell where."""
        await super().startup(sockets)
        if self.started:
            self.on_start(self.address)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the live streams, then wait for the answers under way."""
        self.on_stop()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop at the first signal, at once at the second; unlike uvicorn's, it is not raised again."""
        self.force_exit = self.should_exit
        self.should_exit = True


def _print_address(address: str) -> None:
    sys.stdout.write(f"Open Canva is at {address} (Ctrl-C stops it)\n")
    sys.stdout.flush()


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken, perhaps by another Open Canva. "
            f"Stop that program, or start with another port: OPENCANVA_PORT={port + 1}."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than this user has. Set OPENCANVA_PORT to 1024 or more."
    return (
        f"Cannot listen on {host}, port {port}: {error.strerror or error}. Set OPENCANVA_HOST to 127.0.0.1."
    )
