#!/bin/sh
# Makes the rehearsal that studies/tears ships anew: scripts/rehearsal.sh [REPLICATIONS], 1,000 unless said otherwise.
# Needed after every change of the study's questions, plan or population, and of the statistics.
set -eu
cd "$(dirname "$0")/.."
nice -n 10 ./eyebright rehearse studies/tears --replications "${1:-1000}" --seed 1 --save >/dev/null
