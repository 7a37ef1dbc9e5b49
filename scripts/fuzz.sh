#!/bin/sh
# Sends or reads what is almost right, and tells what breaks; each fault with its seed and what was sent. The same seed
# changes the same things.
#   scripts/fuzz.sh [REQUESTS [SEED]]          to a site of its own at a free port of this machine, 100,000 unless said
#                                              otherwise, a quarter of an hour or so
#   scripts/fuzz.sh folders [NUMBER [SEED]]    folders of the studies with something changed, 2,000
#   scripts/fuzz.sh tables [NUMBER [SEED]]     tables of rehearsed respondents with something changed, 20,000
# Exit 0 when nothing broke, 1 when something did.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
fail() { printf '%s\n' "fuzz: $*" >&2; exit 2; }
what=requests
case ${1:-} in
folders | tables)
    what=$1
    shift
    ;;
esac
case $what in
requests) number=100000 module=server ;;
folders) number=2000 module=engine ;;
tables) number=20000 module=engine ;;
esac
number=${1:-$number}
seed=${2:-20261123}
case $number$seed in *[!0-9]*) fail "NUMBER and SEED must be whole numbers, not $number and $seed" ;; esac
# shellcheck source=scripts/test-classes.sh
. "$home/scripts/test-classes.sh"
compile_tests "$module"
# shellcheck disable=SC2154 # compile_tests sets both
if [ "$what" = requests ]; then
    exec "$jdk/bin/java" -Xmx256m --enable-native-access=ALL-UNNAMED -cp "$classes" \
        eyebright.server.Fuzz "$number" "$seed"
fi
exec "$jdk/bin/java" -Xmx512m -cp "$classes" eyebright.check.FolderFuzz "$what" "$home/studies" "$number" "$seed"
