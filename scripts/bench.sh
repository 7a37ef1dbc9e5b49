#!/bin/sh
# Measures how long things take: scripts/bench.sh NAME [JMH option ...], such as
#   scripts/bench.sh findings
#   scripts/bench.sh findings -p respondents=684
#   scripts/bench.sh claims [RESPONDENTS [RUNS [SHOWN]]]    milliseconds of the processor for each part and analysis
#   scripts/bench.sh r [RESPONDENTS [REPETITIONS [SHOWN]]]  the same analyses in R, with the ratio
#   scripts/bench.sh r-statistics                  single statistics beside the same calls in R, half a minute
#   scripts/bench.sh errors [REPLICATIONS [RESPONDENTS [CLAIM ...]]]   the page docs/rehearsed-errors.md, some minutes of
#                                                  all cores; of the claims named and their families alone, or of all
#   scripts/bench.sh prediction [REHEARSALS [PREDICTION]]  the page docs/prediction-accuracy.md, some minutes of one core
#   scripts/bench.sh you [RESPONDENTS [REQUESTS]]  a respondent's page over HTTP, 100,000 rehearsed, some minutes; give it
#                                                  EYEBRIGHT_BENCH_MEMORY=10g
#   scripts/bench.sh saves [RESPONDENTS [SECONDS [URL]]]  pages a real `serve` saves over HTTP, beside the store alone,
#                                                  the disk and a page of the framework that does nothing; memory; some
#                                                  six minutes. URL of an empty database of PostgreSQL, as serve --database has it
#   scripts/bench.sh snapshot [HEAP [RESPONDENTS ...]]  the first and the next snapshot of a real `serve`, such as
#                                                  snapshot 1g 100000
#   scripts/bench.sh table [ROWS [RUNS]]           a large table read and scored, beside its lines alone
#   scripts/bench.sh rehearsal [RESPONDENTS [REPLICATIONS [THREADS]]]  seconds for 1,000 replicates, and for drawing
#                                                  them alone, beside the plan in R
#   scripts/bench.sh statistics                    the same by JMH
#   scripts/bench.sh coverage                      the table of docs/coverage.md, about an hour of one core
#   scripts/bench.sh coverage NAME [SAMPLES]       the rows whose "interval: population" holds NAME, such as
#                                                  "rank-biserial: normal" or "n = 60"
#   scripts/bench.sh correlations [SAMPLES]        the table of correlations in docs/coverage.md, some minutes
# Any other NAME is part of the name of a class in bench/ without "Benchmark"; JMH prints n, milliseconds and the error.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
[ $# -ge 1 ] || fail "usage: scripts/bench.sh NAME [JMH option ...]; NAME such as findings"
# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"
# shellcheck source=scripts/machine.sh
. "$home/scripts/machine.sh"

case $1 in *[!a-z0-9-]*) fail "NAME must be lower-case letters, such as findings, not $1" ;; esac
name=$1
shift
cd "$home"
JAVA_HOME=$jdk
export JAVA_HOME
mvn -B -ntp -q -Pbench -Dchecks=off -Dmaven.test.skip=true -pl bench -am package \
    dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=target/lib >&2
case $name in
claims) main=eyebright.bench.ClaimTimes ;;
r) main=eyebright.bench.RComparison ;;
rehearsal) main=eyebright.bench.RehearsalTimes ;;
errors) main=eyebright.bench.RehearsalErrors ;;
prediction) main=eyebright.bench.PredictionAccuracy ;;
you) main=eyebright.bench.YouTimes ;;
saves) main=eyebright.bench.SaveTimes ;;
snapshot) main=eyebright.bench.SnapshotTimes ;;
table) main=eyebright.bench.TableTimes ;;
r-statistics) main=eyebright.bench.StatisticTimes ;;
correlations) main=eyebright.bench.coverage.CorrelationStudy ;;
coverage) main=eyebright.bench.coverage.CoverageStudy ;;
*) main= ;;
esac
if [ -n "$main" ]; then
    exec "$jdk/bin/java" -Xmx"${EYEBRIGHT_BENCH_MEMORY:-4g}" --enable-native-access=ALL-UNNAMED -Deyebright.home="$home" \
        "-Deyebright.bench.serving=$serving_machine" -cp "bench/target/classes:bench/target/lib/*" "$main" "$@"
fi
exec "$jdk/bin/java" -Deyebright.home="$home" -cp "bench/target/classes:bench/target/lib/*" \
    org.openjdk.jmh.Main "(?i)\\.${name}Benchmark\\." "$@"
