#!/bin/sh
# Measures how long things take: scripts/bench.sh NAME [JMH option ...], such as
#   scripts/bench.sh findings
#   scripts/bench.sh findings -p respondents=684
# NAME is part of the name of a class in bench/ without "Benchmark"; JMH prints n, milliseconds and the error.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
[ $# -ge 1 ] || fail "usage: scripts/bench.sh NAME [JMH option ...]; NAME such as findings"
# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"

case $1 in *[!a-z0-9-]*) fail "NAME must be lower-case letters, such as findings, not $1" ;; esac
name=$1
shift
cd "$home"
JAVA_HOME=$jdk
export JAVA_HOME
mvn -B -ntp -q -Pbench -Dchecks=off -Dmaven.test.skip=true -pl bench -am package \
    dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=target/lib >&2
exec "$jdk/bin/java" -Deyebright.home="$home" -cp "bench/target/classes:bench/target/lib/*" \
    org.openjdk.jmh.Main "(?i)\\.${name}Benchmark\\." "$@"
