#!/bin/sh
# Counts with strace how often the store asks the system to sync for each page that it acknowledges, with 1, 8 and 64
# respondents at once:   scripts/fsyncs.sh [PAGES]     6,400 pages each unless given; a minute or two.
# What opening and closing an empty folder takes is measured first and taken off. Prints a table; docs/reliability.md has it as
# it was measured. Respondents that begin are acknowledged too: the pages are what is counted.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
pages=${1:-6400}
case $pages in '' | *[!0-9]* | 0) fail "usage: scripts/fsyncs.sh [PAGES], such as 6400, not $pages" ;; esac
[ $((pages % 64)) -eq 0 ] || fail "PAGES must be a multiple of 64, not $pages"
command -v strace >/dev/null || fail "there is no strace, which counts; on Debian it is the package strace"
# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"
cd "$home"
# shellcheck disable=SC2154 # find_jdk sets it
export JAVA_HOME="$jdk"
mvn -B -ntp -q -Pbench -Dchecks=off -Dmaven.test.skip=true -pl bench -am package \
    dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib >&2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# Sets $syncs and $millis for $1 respondents at once and $2 pages.
measure() {
    rm -rf "$place/data"
    millis=$(strace -f -c -e trace=fsync,fdatasync,msync,sync_file_range -o "$place/counts" \
        "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
        -cp "bench/target/classes:bench/target/lib/*" eyebright.bench.SavedPages "$place/data" "$1" "$2")
    syncs=$(awk '$NF == "fsync" || $NF == "fdatasync" || $NF == "msync" || $NF == "sync_file_range" { n += $4 } END { print n + 0 }' "$place/counts")
}

measure 1 0
idle=$syncs
echo "| respondents at once | pages acknowledged | syncs | syncs for each page | pages for each sync |"
echo "|--:|--:|--:|--:|--:|"
for at_once in 1 8 64; do
    measure "$at_once" "$pages"
    awk -v a="$at_once" -v p="$pages" -v s=$((syncs - idle)) \
        'BEGIN { printf "| %d | %d | %d | %.3f | %.1f |\n", a, p, s, s / p, p / s }'
done
