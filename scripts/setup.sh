#!/bin/sh
# Sets up .venv from the locks (first word: base or dev), builds the web app, installs the program. Quick when done.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-base}
python=${PYTHON:-python3}
bin=.venv/bin
export UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=1 UV_NO_PROGRESS=1 PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '\033[2m%s\033[0m\n' "$*" >&2; }

# Is what was installed still what the files say? One stamp each; its text is the files' checksum.
fresh() { [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$2" ]; }

if [ ! -x $bin/python ] || ! $bin/python -c '' 2>/dev/null; then
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Open Canva needs Python 3.11 or newer. Name one with: make PYTHON=/path/to/python3.12 …" >&2
    exit 1
  }
  say "Making .venv"
  # Without pip inside it is made in an instant; the outer pip fills it. Some systems have no outer pip.
  if "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear --without-pip .venv
  else
    "$python" -m venv --clear .venv
  fi
fi

sum=$(cksum <requirements-build.lock)
if ! fresh .build "$sum"; then
  say "Installing the tools that set up the rest (uv, Node)"
  if [ -x $bin/pip ]; then
    $bin/pip install -q --require-hashes -r requirements-build.lock
  else
    "$python" -m pip --python $bin/python install -q --require-hashes -r requirements-build.lock
  fi
  echo "$sum" >.venv/.build
fi

sum=$(cat requirements.lock requirements-dev.lock | cksum)
if ! fresh .base "$sum" && ! fresh .dev "$sum" || { [ "$kind" = dev ] && ! fresh .dev "$sum"; }; then
  lock=requirements.lock
  [ "$kind" = dev ] && lock=requirements-dev.lock
  say "Installing $lock"
  $bin/uv pip install -q --compile-bytecode --python $bin/python --require-hashes -r $lock
  echo "$sum" >".venv/.$kind"
fi

$bin/python hatch_build.py

sum=$(cat pyproject.toml hatch_build.py | cksum)
if ! fresh .installed "$sum"; then
  say "Installing Open Canva into .venv"
  $bin/uv pip install -q --python $bin/python --no-deps --no-build-isolation --editable .
  echo "$sum" >.venv/.installed
fi

# The local engine's tests need torch, which comes in many builds: only a small one is worth fetching.
if [ "$kind" = dev ]; then
  torch=$(sed -n 's/^torch==//p' requirements-local.txt)
  case "$(uname -sm)" in "Linux x86_64") torch=$torch+cpu ;; esac
  sum=$(cksum <requirements-local.txt)
  if ! fresh .local "$sum"; then
    pip="$python -m pip --python $bin/python"
    [ ! -x $bin/pip ] || pip=$bin/pip
    quick="-q --retries 1 --timeout 20"
    if $pip install $quick --dry-run --no-deps "torch==$torch" >/dev/null 2>&1; then
      say "Installing what the tests of the local engine need"
      if $pip install $quick "torch==$torch" -r requirements-local.txt >/dev/null 2>&1; then
        echo "$sum" >.venv/.local
      else
        say "The tests of the local engine are skipped: what they need could not be installed"
      fi
    else
      say "The tests of the local engine are skipped: only a CUDA build of torch is at hand, several GB"
      echo "$sum" >.venv/.local
    fi
  fi
fi
