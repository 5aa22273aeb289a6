#!/bin/sh
# setup.sh run|test: makes .venv with what `make run` or `make test` needs, on a machine that has git, make and
# python3 (3.11 or newer). System packages come through apt where they are missing, as root or with sudo.
set -eu
cd "$(dirname "$0")/.."
want=$1
lock=requirements/$want.txt
stamp=.venv/.ready-$want-$(sha256sum "$lock" pyproject.toml packaging/setup.sh | sha256sum | cut -c1-16)
[ -e "$stamp" ] && exit 0

python=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "Baken needs Python 3.11 or newer. Install it, then run the same command again." >&2
  exit 1
fi

missing=
if [ "$(uname -s)" = Linux ]; then
  "$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
  # the tests watch and fail single calls to the disk with it
  [ "$want" != test ] || command -v strace >/dev/null 2>&1 || missing="$missing strace"
  # and have a bus of their own, on which they play the desktop that locks
  [ "$want" != test ] || command -v dbus-daemon >/dev/null 2>&1 || missing="$missing dbus-daemon"
  known=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p)
  # library file, Debian package: what Qt's offscreen and X11 platforms load
  while read -r file package; do
    case "$known" in *"$file "*) ;; *) missing="$missing $package" ;; esac
  done <<EOF
libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-randr.so.0 libxcb-randr0
libxcb-xkb.so.1 libxcb-xkb1
EOF
fi
if [ -n "$missing" ]; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  if ! command -v apt-get >/dev/null 2>&1 || { [ -n "$as_root" ] && ! command -v sudo >/dev/null 2>&1; }; then
    echo "Baken needs these packages of the system:$missing" >&2
    echo "Ask the administrator of this computer to install them, then run the same command again." >&2
    exit 1
  fi
  echo "Installing from the system's packages:$missing"
  if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; }; then
    echo "Those packages could not be installed:$missing" >&2
    echo "Check the connection and your rights on this computer, then run the same command again." >&2
    exit 1
  fi
fi

if ! { [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null; }; then
  "$python" -m venv --clear .venv
fi
echo "Installing the Python packages of $lock (the first time this takes some minutes)"
quiet="--quiet --disable-pip-version-check --no-input"
if ! { .venv/bin/python -m pip install $quiet --require-hashes --only-binary :all: -r "$lock" &&
       .venv/bin/python -m pip install $quiet --no-deps --no-build-isolation --no-index -e .; }; then
  echo "The Python packages could not be installed. Check the connection, then run the same command again." >&2
  exit 1
fi
rm -f .venv/.ready-"$want"-*
: >"$stamp"
