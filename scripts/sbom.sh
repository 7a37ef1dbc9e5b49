#!/bin/sh
# Writes what the jars of Eyebright are made of, as CycloneDX: scripts/sbom.sh [FILE], cli/target/sbom.json unless said
# otherwise. The same sources give the same bytes: there is no serial number, and the time is that of the build's pom.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
fail() { printf '%s\n' "sbom: $*" >&2; exit 3; }
# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"
# shellcheck disable=SC2154 # find_jdk sets it
export JAVA_HOME="$jdk"
out=${1:-$home/cli/target/sbom.json}
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$home"
mvn -B -ntp -q -Dchecks=off -Dmaven.test.skip=true -pl cli -am package \
    org.cyclonedx:cyclonedx-maven-plugin:makeBom >&2 || fail "Maven could not make it; what it said stands above"
[ "$out" = "$home/cli/target/sbom.json" ] || cp cli/target/sbom.json "$out"
printf '%s: %s components\n' "$out" "$(grep -c '"bom-ref"' "$out")"
