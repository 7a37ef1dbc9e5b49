#!/bin/sh
# Floods a site of its own at a free port of this machine while respondents save pages, and prints how long their saves
# took: scripts/flood.sh [SECONDS], 15 for each of nine lines unless said otherwise. The table stands in docs/security.md.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
fail() { printf '%s\n' "flood: $*" >&2; exit 2; }
seconds=${1:-15}
case $seconds in *[!0-9]* | '') fail "SECONDS must be a whole number, not $seconds" ;; esac
[ "$seconds" -ge 1 ] && [ "$seconds" -le 15 ] || fail "SECONDS must be 1 to 15, not $seconds: nobody may save more than 500 times"
# A connection of this machine takes two files, and there are a thousand of them.
ulimit -n 8192 2>/dev/null || ulimit -n "$(ulimit -Hn)" 2>/dev/null || :
# shellcheck source=scripts/test-classes.sh
. "$home/scripts/test-classes.sh"
compile_tests server
# shellcheck source=scripts/machine.sh
. "$home/scripts/machine.sh"
# shellcheck disable=SC2154,SC2086 # compile_tests sets both; the options of java are several
exec "$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$classes" eyebright.server.Flood "$seconds" $serving_machine
