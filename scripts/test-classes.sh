# shellcheck shell=sh disable=SC2154 # home is set by who sources this
# Compiling the tests of one module, for what is run by name. Sourced by scripts/fuzz.sh and scripts/flood.sh.
# Needs: home (the checkout) and fail.

# Compiles module $1 with its tests; sets jdk, and classes to the class path.
compile_tests() {
    # shellcheck source=scripts/jdk.sh
    . "$home/scripts/jdk.sh"
    find_jdk || fail "$(jdk_advice)"
    cd "$home"
    JAVA_HOME=$jdk mvn -B -ntp -q -Dchecks=off -DskipTests -pl "$1" -am test-compile \
        dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-class-path >&2 ||
        fail "the tests of $1 could not be compiled; what Maven said stands above"
    classes=$home/$1/target/test-classes:$home/$1/target/classes:$(cat "$home/$1/target/test-class-path")
}
