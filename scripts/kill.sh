#!/bin/sh
# Kills a server again and again while people save, and looks whether everything acknowledged is there:
#   scripts/kill.sh [KILLS [RESPONDENTS [MINUTES]]]      200 kills, 64 respondents and no limit of time unless given
# Half an hour or more for 200. Everything happens on this machine, in a folder that is thrown away. Prints two tables, and
# fails where one of the figures that must be 0 is not. docs/reliability.md has them as they were measured.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
for number in "$@"; do
    case $number in '' | *[!0-9]*) fail "usage: scripts/kill.sh [KILLS [RESPONDENTS [MINUTES]]], not $number" ;; esac
done
# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"
# shellcheck disable=SC2154 # find_jdk sets it
export JAVA_HOME="$jdk"
cd "$home"
mkdir -p .eyebright
rm -f .eyebright/kill.md
result=0
mvn -B -ntp -q -Dchecks=off -pl cli -am test -Dtest=KillRun -Dsurefire.failIfNoSpecifiedTests=false \
    -Dkills="${1:-200}" -Drespondents="${2:-64}" -Dminutes="${3:-600}" -Dresult="$home/.eyebright/kill.md" >&2 || result=$?
[ ! -f .eyebright/kill.md ] || cat .eyebright/kill.md
exit "$result"
