"""How the program starts, refuses to start, and stops."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
from pathlib import Path

import httpx2

from tests.e2e.program import Program


def run_to_end(program: Program) -> tuple[int, str]:
    """Start what should refuse; exit status and words."""
    done = subprocess.run(
        program.command, env=program.environ, capture_output=True, text=True, timeout=30, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_it_starts_on_an_empty_folder_and_stops_with_a_live_stream_open(tmp_path: Path) -> None:
    program = Program(tmp_path / "home").start()
    with httpx2.stream("GET", f"{program.address}/api/v1/live", timeout=10) as stream:
        assert stream.status_code == 200
        assert program.stop() == 0


def test_a_taken_port_is_said_and_nothing_starts(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", program.port))
        taken.listen()
        status, words = run_to_end(program)
    assert status == 2
    assert f"Port {program.port} is taken" in words
    assert "Traceback" not in words


def test_a_second_program_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    program = Program(tmp_path / "home").start()
    status, words = run_to_end(Program(tmp_path / "home"))
    program.stop()
    assert status == 2
    assert "already running" in words


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    program = Program(tmp_path / "home").start()
    program.stop()
    path = tmp_path / "home" / "opencanva.db"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    before = path.read_bytes()
    status, words = run_to_end(program)
    assert status == 2
    assert "newer Open Canva" in words
    assert "Traceback" not in words
    assert path.read_bytes() == before


def test_a_database_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "no file"
    folder.mkdir()
    status, words = run_to_end(Program(tmp_path / "home", OPENCANVA_DATABASE=f"sqlite:///{folder}"))
    assert status == 2
    assert "database cannot be used" in words
    assert "Traceback" not in words


def test_listening_beyond_loopback_is_refused_without_accounts(tmp_path: Path) -> None:
    status, words = run_to_end(Program(tmp_path / "home", OPENCANVA_HOST="0.0.0.0"))
    assert status == 2
    assert "accounts" in words


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    status, words = run_to_end(Program(tmp_path / "home", OPENCANVA_LEASE="soon"))
    assert status == 2
    assert "OPENCANVA_LEASE" in words


def test_separate_parts_on_sqlite_are_refused(tmp_path: Path) -> None:
    status, words = run_to_end(Program(tmp_path / "home", part="worker"))
    assert status == 2
    assert "PostgreSQL" in words


def test_the_doctor_finds_a_fresh_folder_well_and_a_hopeless_one_not(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    program.command[3:] = ["doctor"]
    _, words = run_to_end(program)
    assert "engine illustrator: 7 model" in words
    assert "database: empty" in words
    (tmp_path / "file").write_text("")
    hopeless = Program(tmp_path / "file" / "home")
    hopeless.command[3:] = ["doctor"]
    status, words = run_to_end(hopeless)
    assert status == 1
    assert "WRONG" in words
