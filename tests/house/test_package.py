"""What is published carries the built web app, the licences and nothing it should not."""

import gzip
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import hatch_build

from tests.house.files import ROOT


def test_wheel_and_sdist_carry_the_web_app(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        source = {name.partition("/")[2] for name in archive.getnames()}
    published = next(tmp_path.glob("*.whl"))
    assert published.stat().st_size <= 12_000_000
    with zipfile.ZipFile(published) as archive:
        wheel = set(archive.namelist())
    assert {"src/opencanva/_web/index.html", "web/package-lock.json", "LICENSE", "NOTICE"} <= source
    assert {"opencanva/_web/index.html", "opencanva/py.typed", "opencanva/migrations/script.py.mako"} <= wheel
    assert {Path(name).name for name in wheel if "licenses" in name} >= {"LICENSE", "NOTICE"}
    assert [name for name in source | wheel if "node_modules" in name or "/tests/" in name] == []


def test_the_first_load_of_the_web_app_is_small() -> None:
    web = ROOT / "src" / "opencanva" / "_web"
    scripts = re.findall(r'(?:src|href)="/([^"]+\.js)"', (web / "index.html").read_text())
    assert len(scripts) >= 2
    assert sum(len(gzip.compress((web / name).read_bytes(), 9)) for name in scripts) <= 250_000


def test_a_changed_source_of_the_web_app_is_seen_and_a_build_result_is_not(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("one")
    before = hatch_build.fingerprint(tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "left.js").write_text("x")
    assert hatch_build.fingerprint(tmp_path) == before
    (tmp_path / "src" / "main.ts").write_text("two")
    changed = hatch_build.fingerprint(tmp_path)
    assert changed != before
    (tmp_path / "src" / "main.ts").rename(tmp_path / "src" / "other.ts")
    assert hatch_build.fingerprint(tmp_path) != changed


def test_packing_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "app.js").write_text("console.log('hello')\n" * 200)
    (tmp_path / "small.js").write_text("1")
    hatch_build.pack(tmp_path)
    first = (tmp_path / "app.js.gz").read_bytes()
    hatch_build.pack(tmp_path)
    assert (tmp_path / "app.js.gz").read_bytes() == first
    assert not (tmp_path / "small.js.gz").exists()
