# shellcheck shell=sh disable=SC2154 # home and jdk are set by who sources this
# Building the jars of a checkout into a folder named by its sources. Sourced by ./eyebright, and by ./verify
# for copies of the sources. Needs: home (the checkout), jdk, say and fail; to build jars also scripts/machine.sh.
#
# .eyebright/build/HASH    the jars made of the sources of that hash; complete as soon as it is there
# .eyebright/building/PID  a copy of the sources, being built by that process
# .eyebright/lock          a link whose target is the number of the process that builds
# Correctness does not hang on the lock: every build has a folder of its own and is renamed into place when
# done. The lock only saves two launchers from doing the same work.

maven= # the process of a running build

# Prints the hash of what the jars in folder $1 are made of.
source_hash() (
    cd "$1" || exit
    sum=sha256sum
    command -v sha256sum >/dev/null || sum='shasum -a 256'
    # Hidden files and backups are an editor's, not ours.
    # shellcheck disable=SC2086 # the command has words
    find pom.xml .mvn ./*/pom.xml ./*/src/main -type f ! -name '.*' ! -name '*~' -exec $sum {} + |
        LC_ALL=C sort | $sum | cut -c 1-16
)

# Copies what the jars are made of into the new folder $1.
copy_sources() {
    mkdir -p "$1"
    cp "$home/pom.xml" "$1"
    cp -R "$home/.mvn" "$1"
    for module in "$home"/*/pom.xml; do
        module=${module%/pom.xml}
        module=${module##*/}
        mkdir -p "$1/$module/src"
        cp "$home/$module/pom.xml" "$1/$module"
        if [ -d "$home/$module/src/main" ]; then
            cp -R "$home/$module/src/main" "$1/$module/src"
            find "$1/$module/src" \( -name '.*' -o -name '*~' \) -exec rm -rf {} +
        fi
    done
}

# Sets jars to the folder of the jars made of the sources as they are now; builds them if need be.
find_or_build_jars() {
    state=$home/.eyebright
    jars=$state/build/$(source_hash "$home")
    if [ ! -d "$jars" ]; then
        lock_and_build
    fi
    mark_in_use
}

# Copies what else the tests are compiled from into $1, which has the rest.
copy_tests() {
    cp -R "$home/architecture" "$1"
    for sources in "$home"/*/src/*; do
        module=${sources#"$home/"}
        module=${module%%/*}
        case $sources in
            */src/main) ;;
            *) if [ -d "$1/$module/src" ]; then cp -R "$sources" "$1/$module/src"; fi ;;
        esac
    done
}

lock_and_build() {
    command -v mvn >/dev/null || fail "$(maven_advice)"
    mkdir -p "$state/build" "$state/building" 2>/dev/null || fail "cannot write to $state, where the jars are built"
    trap give_up HUP INT TERM
    waited=0
    until ln -s $$ "$state/lock" 2>/dev/null; do
        owner=$(readlink "$state/lock" || :)
        if [ -z "$owner" ]; then
            # Gone in this moment; or a file system without links, on which we build without a lock.
            [ "$waited" -lt 3 ] || break
        elif ! is_alive "$owner" || [ -n "$(find "$state/lock" -prune -mmin +30)" ]; then
            rm -f "$state/lock"
            continue
        elif [ "$waited" -eq 0 ]; then
            say "waiting for the build of process $owner …"
        fi
        sleep 1
        waited=$((waited + 1))
        if [ -d "$jars" ]; then
            trap - HUP INT TERM
            return
        fi
    done
    if [ ! -d "$jars" ]; then
        build
    fi
    unlock
    trap - HUP INT TERM
}

# Copies the sources and builds the copy, so that neither an editor nor a developer's own Maven meets it.
build() {
    started=$(date +%s)
    if [ -z "$(ls "$state/build")" ]; then
        say "building (first use, about a minute; longer while Maven downloads) …"
    else
        say "building (the sources changed) …"
    fi
    remove_left_over
    work=$state/building/$$
    log=$state/build.log
    copy_sources "$work"
    # Named by what was copied, which may be newer than what was asked for.
    jars=$state/build/$(source_hash "$work")
    (
        cd "$work" || exit
        export JAVA_HOME="$jdk"
        exec mvn -B -ntp -Dchecks=off -Dmaven.test.skip=true -pl cli -am package
    ) </dev/null >"$log" 2>&1 &
    maven=$!
    if ! wait "$maven"; then
        maven=
        say "the build failed; what Maven said is in $log:"
        errors_of "$log" >&2
        clean_up
        exit 3
    fi
    maven=
    mkdir "$work/jars"
    cp "$work"/cli/target/*.jar "$work"/cli/target/lib/*.jar "$work/jars"
    [ -d "$jars" ] || mv "$work/jars" "$jars"
    rm -rf "$work"
    remember_classes "$jars"
    say "built in $(($(date +%s) - started)) s"
}

# Has java write down, beside the jars in $1, the classes that a check loads, ready to use: a check then takes about
# half the time. Where this does not work there is no such file, and commands start without.
remember_classes() {
    find_class_path "$1"
    # shellcheck disable=SC2086,SC2154 # options are words, set by scripts/machine.sh
    "$jdk/bin/java" $short_machine -Xlog:disable "-XX:AOTCacheOutput=$1/$$.aot" --enable-native-access=ALL-UNNAMED \
        "-Deyebright.home=$home" -cp "$class_path" eyebright.cli.Eyebright check "$home/studies/tears" \
        </dev/null >>"$log" 2>&1 || :
    if [ -f "$1/$$.aot" ]; then
        mv "$1/$$.aot" "$1/classes.aot"
    fi
    rm -f "$1/$$.aot.config"
}

# Prints what Maven's log $1 says of errors, and of warnings in the code, which are errors here, without Maven's
# advice on Maven; its end if it names none.
errors_of() {
    plain "$1" | sed -n '/^\[ERROR\] ./ {
        / \[Help 1\] http/d
        /[Rr]e-run Maven/d
        /possible solutions/d
        /resume the build/d
        /mvn <args>/d
        s/ *-> \[Help 1\]$//
        /^\[ERROR\] *$/d
        p
    }
    /^\[WARNING\] .*[.]java/p' | head -n 25 | grep . || plain "$1" | tail -n 25
}

# Prints the log $1 without a terminal's colours.
plain() {
    awk '{ gsub(/\033\[[0-9;]*m/, ""); print }' "$1"
}

give_up() {
    trap '' HUP INT TERM
    if [ -n "$maven" ]; then
        kill "$maven" 2>/dev/null || :
        wait "$maven" 2>/dev/null || :
    fi
    clean_up
    say stopped
    exit 3
}

clean_up() {
    rm -rf "$state/building/$$"
    unlock
}

unlock() {
    if [ "$(readlink "$state/lock" || :)" = $$ ]; then
        rm -f "$state/lock"
    fi
}

# Removes the copies of builds that were killed, and the jars beyond the three last used, unless a process runs on
# them. A number that was given to another process keeps jars longer than needed: no harm.
remove_left_over() {
    for left in "$state"/building/*; do
        is_alive "${left##*/}" || rm -rf "$left" || :
    done
    # shellcheck disable=SC2012 # the names are our own hashes
    ls -1t "$state/build" | tail -n +3 | while IFS= read -r left; do
        is_used "$state/build/$left" || rm -rf "$state/build/$left"
    done
}

# Notes that this process, which java takes over, runs on the jars.
mark_in_use() {
    is_used "$jars" || : # forgets who has ended
    if mkdir -p "$jars/in-use" 2>/dev/null && touch "$jars/in-use/$$" 2>/dev/null; then
        touch "$jars"
    fi # else a checkout that belongs to somebody else, who looks after it
}

is_used() {
    used=1
    for mark in "$1"/in-use/*; do
        if is_alive "${mark##*/}"; then
            used=0
        else
            rm -f "$mark" 2>/dev/null || :
        fi
    done
    return $used
}

# kill -0 also fails for a process of somebody else, which ps sees.
is_alive() {
    case $1 in '' | *[!0-9]*) return 1 ;; esac
    kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1
}
