#!/bin/sh
# Starts what ./package made: scripts/package-test.sh [PACKAGE.tar.gz [IMAGE.tar.gz]]; those in dist/ unless given.
#
# Unpacks the package elsewhere and runs it where no java can be found: the tears study served three times with the time
# to its first page, walked through by a visitor, and every command that needs a part of java that others do not. Then the
# image the same way, as its user and on its own files alone, where this machine lets root do so (chroot and /proc).
# Servers listen on loopback, on ports that are free. Exit 0 if all ran, 1 if something did not, 3 where a JDK is missing.
set -eu

home=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)

say() {
    printf 'package-test: %s\n' "$*"
}

fail() {
    say "$@" >&2
    exit 3
}

# shellcheck source=scripts/jdk.sh
. "$home/scripts/jdk.sh"
find_jdk || fail "$(jdk_advice)"
package=${1:-$(ls "$home"/dist/eyebright-*-linux-x64.tar.gz)}
image=${2:-${package%.tar.gz}-image.tar.gz}
for archive in "$package" "$image"; do
    [ -f "$archive" ] || fail "no $archive; ./package makes it"
done
# Others than the working folder are entered below.
package=$(cd "$(dirname "$package")" && pwd -P)/${package##*/}
image=$(cd "$(dirname "$image")" && pwd -P)/${image##*/}
runs=${EYEBRIGHT_RUNS:-3}

work=$(mktemp -d)
mounted=
leave() {
    if [ -n "$mounted" ]; then
        umount "$mounted" || :
    fi
    rm -rf "$work"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM
failed=0

wrong() {
    say "FAILED: $*"
    failed=$((failed + 1))
}

# As on a machine with nothing on it: the four commands that the launcher uses, and no java.
mkdir "$work/bin" "$work/home"
for tool in sh env dirname readlink; do
    ln -s "$(command -v "$tool")" "$work/bin/$tool"
done
bare() {
    env -i PATH="$work/bin" HOME="$work/home" ${options:+"EYEBRIGHT_JAVA_OPTS=$options"} "$@"
}

start_up() {
    "$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$home/bench/src/main/java/eyebright/bench/StartUp.java" "$@"
}

# Runs the command $2… , of which $1 says what it does; its outputs are in $work/out and $work/err.
runs_well() {
    what=$1
    shift
    code=0
    "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
    if [ "$code" -eq 0 ]; then
        say "$what: fine"
    else
        wrong "$what: exit $code"
        tail -n 5 "$work/err" "$work/out"
    fi
}

# Whether file $1 is there and begins with $2.
begins() {
    [ -s "$1" ] && [ "$(head -c ${#2} "$1" | tr -d '\0')" = "$2" ] || wrong "${1##*/} should begin with $2"
}

# Every command that needs a part of java that others do not: $1 says where, the rest is the command eyebright. What it writes
# goes to folder $files, which it sees as $seen.
run_commands() {
    where=$1
    shift
    runs_well "$where, check" "$@" check tears
    runs_well "$where, new" "$@" new "$seen/fresh"
    runs_well "$where, check what is new" "$@" check "$seen/fresh"
    begins "$files/fresh/plan.yaml" '# yaml-language-server: $schema=.schemas/plan.schema.json'
    begins "$files/fresh/.schemas/plan.schema.json" '{'
    runs_well "$where, schemas" "$@" schemas --out "$seen/schemas"
    begins "$files/schemas/population.schema.json" '{'
    runs_well "$where, simulate" "$@" simulate tears --respondents 684 --seed 1 --out "$seen/tears.csv"
    runs_well "$where, analyse" "$@" analyse tears --data "$seen/tears.csv" --json
    begins "$work/out" '{'
    runs_well "$where, rehearse" "$@" rehearse hello --respondents 50 --replications 20 --json
    runs_well "$where, publish" "$@" publish tears --data "$seen/tears.csv" --out "$seen/published" --public-url https://study.example.org
    for paper in "$files"/published/*.pdf; do
        begins "$paper" %PDF
    done
    for paper in "$files"/published/*.docx; do
        begins "$paper" PK
    done
    [ -n "$(find "$files/published" -name '*.png' -size +1k | head -n 1)" ] || wrong "publish drew no pictures"
    runs_well "$where, researcher add" "$@" researcher add somebody@example.org --data "$seen/data"
}

# Whether the pages that explain each problem are in folder $1, as check and serve --watch refer to them.
explains_problems() {
    for page in "$home"/docs/problems/*.md; do
        cmp -s "$page" "$1/docs/problems/${page##*/}" || wrong "$1 lacks docs/problems/${page##*/}"
    done
}

mkdir "$work/unpacked folder"
tar -xzf "$package" -C "$work/unpacked folder"
eyebright=$(ls "$work/unpacked folder"/*/eyebright)
cd "$work/home"
options=
if bare sh -c 'command -v java' >/dev/null; then
    fail "there is a java in the path that was to have none"
fi
start_up --runs "$runs" "package, tears" env -i PATH="$work/bin" HOME="$work/home" "$eyebright" serve tears --port 0 --preview ||
    wrong "serve"
start_up --walk "package, 684 rehearsed" env -i PATH="$work/bin" HOME="$work/home" "$eyebright" serve tears --port 0 --rehearsed 684 ||
    wrong "a visitor's walk"
# Says so and ends, where remembered classes do not fit; without, it would only be slower.
options=-XX:AOTMode=on
runs_well "package, remembered classes fit" bare "$eyebright" check tears
start_up "package, remembered classes" env -i PATH="$work/bin" HOME="$work/home" EYEBRIGHT_JAVA_OPTS=-XX:AOTMode=on \
    "$eyebright" serve tears --port 0 --preview || wrong "remembered classes of serve do not fit"
options=
explains_problems "${eyebright%/*}"
files=$work/home seen=$work/home
run_commands package bare "$eyebright"

# The image.
mkdir "$work/image" "$work/root"
tar -xzf "$image" -C "$work/image"
for blob in "$work"/image/blobs/sha256/*; do
    [ "$(sha256sum "$blob" | cut -c 1-64)" = "${blob##*/}" ] || wrong "a blob of the image is not what its name says"
done
layer=$(sed 's/.*"Layers":\["\([^"]*\)".*/\1/' "$work/image/manifest.json")
tar -xpf "$work/image/$layer" -C "$work/root"
explains_problems "$work/root/eyebright"
mkdir -p "$work/root/proc"
if [ "$(id -u)" -ne 0 ]; then
    say "image: not started, that takes root"
elif ! mount -t proc proc "$work/root/proc" 2>/dev/null && ! mount --bind /proc "$work/root/proc" 2>/dev/null; then
    say "image: not started, this machine lets nobody mount /proc in a folder"
else
    mounted=$work/root/proc
    # As every container has them: without, java gathers chance by itself, for some eight seconds of all processors.
    mkdir -p "$work/root/dev"
    for device in 'null 3' 'random 8' 'urandom 9'; do
        mknod -m 666 "$work/root/dev/${device% *}" c 1 "${device#* }" 2>/dev/null ||
            say "image: no device ${device% *} can be made here; it starts later than in a container"
    done
    contained() {
        env -i "$(command -v chroot)" --userspec=10001:10001 "$work/root" /eyebright/runtime/bin/java @/eyebright/lib/command "$@"
    }
    start_up --runs "$runs" "image, tears" env -i "$(command -v chroot)" --userspec=10001:10001 "$work/root" \
        /eyebright/runtime/bin/java @/eyebright/lib/command serve tears --port 0 --preview || wrong "serve in the image"
    files=$work/root/data seen=/data
    run_commands image contained
fi

if [ "$failed" -gt 0 ]; then
    say "$failed failed"
    exit 1
fi
say "all ran"
