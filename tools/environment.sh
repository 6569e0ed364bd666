#!/bin/sh
# Make the virtual environment: environment.sh PYTHON FOLDER
#
# Debian splits venv off Python. As root the missing package is installed,
# otherwise one line says what to ask for.
set -eu

python=${1:-}
folder=$2

fail() {
    echo "make: $1" >&2
    exit 1
}

[ -n "$python" ] || fail "Python 3.11 or newer is needed, and there is no python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed, $python is older; name another with PYTHON="

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        fail "$python has no venv module; on Debian: sudo apt-get install python3-venv"
    fi
    echo "Installing python3-venv"
    log=$(mktemp)
    if ! { apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
            --no-install-recommends python3-venv; } >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        fail "python3-venv could not be installed"
    fi
    rm -f "$log"
fi

echo "Making .venv with $("$python" --version)"
exec "$python" -m venv "$folder"
