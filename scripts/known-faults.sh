#!/bin/sh
# Asks whether a fault is known of any library in Eyebright's jars: scripts/known-faults.sh
# Needs osv-scanner in the path and, as it asks a database on the network for each library of the list that scripts/sbom.sh
# writes, a connection. Nothing that works without one could be had: see docs/security.md.
# Exit 0 none is known, 1 some are, 3 it could not be asked.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
if ! command -v osv-scanner >/dev/null; then
    echo "known-faults: no osv-scanner in the path, so nothing was asked. Install it, then run this again." >&2
    exit 3
fi
"$home/scripts/sbom.sh" >&2
code=0
osv-scanner scan source -L "$home/cli/target/sbom.json" || code=$?
[ "$code" -le 1 ] || exit 3
exit "$code"
