#!/bin/sh
# Opens the window; without a screen it makes the tour instead and says what it wrote.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/baken
fi
echo "There is no screen here, so Baken makes its tour instead of opening the window."
exec .venv/bin/baken tour build/tour
