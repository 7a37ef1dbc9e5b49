# shellcheck shell=sh disable=SC2034 # what is set here is read by who sources this
# How java is started: its class path, and its options for each command. Sourced by ./eyebright, in a checkout and in a
# package, and by ./package.

# For commands that are over before java's second compiler would pay.
short_machine='-XX:+UseSerialGC -XX:TieredStopAtLevel=1'
# A server lives long and small; its machine may have 1 GB. What it makes for a page is soon forgotten: 40 MB are enough for that, and
# the rest of the heap is not touched until it is needed. While it starts, java's second compiler would take more of the processors
# than all else together, for code that then rests: it waits until something ran three times as often as java asks for.
# Reflection is not told to stay native (jdk.reflect.useNativeAccessorOnly), which would spare a start some classes: a request that waits
# below a native call holds one of the few threads that all requests share, and eight of them hold all.
serving_machine='-Xmx256m -Xmn40m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders'
serving_machine="$serving_machine -XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=1800"
serving_machine="$serving_machine -XX:Tier4CompileThreshold=45000 -XX:Tier4BackEdgeThreshold=120000"
# What SQLite and java's compilers took and gave back, the C library would keep for them: some 40 MB after many have answered. It is
# given back to the system every ten seconds; where the C library cannot, nothing is said of it.
serving_machine="$serving_machine -XX:TrimNativeHeapInterval=10000 -Xlog:trimnative=off"
# The heap begins small, and what a full collection leaves free goes back to the system but for a little. Classes are no reason for one: there
# are not many more after a start than a server needs.
serving_machine="$serving_machine -Xms64m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:MetaspaceSize=80m"
# Large pages from the system, for translated code and the heap, which would otherwise lie on tens of thousands of small ones: a save takes
# a seventh less of the processors, and a start is a fifth of a second shorter. Where the system gives none, all goes as before, and nothing is said.
serving_machine="$serving_machine -XX:+UseTransparentHugePages -Xlog:pagesize=off"
# While java writes down what a server is to remember: no method is marked as one for the second compiler, which would otherwise begin
# with all of these as soon as their classes are there.
remembering_machine='-XX:TieredStopAtLevel=3'

# Sets class_path to the jars in folder $1, in the same order each time and in every language: java refuses remembered
# classes otherwise.
find_class_path() {
    class_path=$(
        LC_ALL=C
        together=
        for jar in "$1"/*.jar; do
            together=${together:+$together:}$jar
        done
        printf '%s' "$together"
    )
}

# Sets machine to java's options for command $1, and remembered to the classes it has ready in folder $2, if any. These hold
# for the very machine options they were made with.
find_machine() {
    remembered=
    case $1 in
        serve)
            machine=$serving_machine
            remembered=$2/serving.aot
            ;;
        # Numbers over many respondents: what java finds best for the machine.
        analyse | rehearse | simulate | predict) machine= ;;
        *)
            machine=$short_machine
            remembered=$2/classes.aot
            ;;
    esac
    if [ -n "$remembered" ] && [ -f "$remembered" ]; then
        # Quiet, because java says on stdout that remembered classes do not fit, as after its update.
        machine="$machine -Xlog:disable"
        remembered=-XX:AOTCache=$remembered
    else
        remembered=-Xshare:auto
    fi
}
