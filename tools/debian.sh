#!/bin/sh
# Install what is missing from Debian: debian.sh PROGRAM:PACKAGE...
#
# Tests drive the real programs. Where they cannot be installed, nothing fails
# here: the tests that need them are skipped and say so (in CI a skip fails).
set -eu

# Debian keeps daemons here, and only root has it on PATH.
PATH=$PATH:/usr/sbin

missing=
for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed, so tests will be skipped:$missing" >&2
    exit 0
fi

echo "Installing$missing"
log=$(mktemp)
# shellcheck disable=SC2086 # one word each
if ! { apt-get update -q &&
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
        --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    exit 1
fi
rm -f "$log"
