#!/bin/sh
# Sees to it that a Chromium is there for the browser tests: the system's, else from the system's packages.
set -eu
find_one() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  return 1
}
find_one && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    chromium fonts-dejavu-core; } >/dev/null && find_one && exit
fi
echo "The browser tests need Chromium, and it could not be installed from here." >&2
echo "Install it with your system's packages (Debian, Ubuntu: apt install chromium), then run make test again." >&2
exit 1
