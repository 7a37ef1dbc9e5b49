# shellcheck shell=sh disable=SC2034 # jdk is read by who sources this
# Finding a JDK. Sourced by ./eyebright and ./verify; starts no Java unless a folder has no release file.

jdk_needed=25

# Sets jdk to the folder of a JDK of the needed version or newer; 1 if this machine has none.
# EYEBRIGHT_JAVA (a java command or a JDK's folder) is an order: where it is set, nothing else is tried.
find_jdk() {
    if [ -n "${EYEBRIGHT_JAVA:-}" ]; then
        if [ -d "$EYEBRIGHT_JAVA" ]; then
            jdk_is_new_enough "$EYEBRIGHT_JAVA"
        else
            jdk_of_command "$EYEBRIGHT_JAVA"
        fi
        return
    fi
    if [ -n "${JAVA_HOME:-}" ] && jdk_is_new_enough "$JAVA_HOME"; then
        return 0
    fi
    jdk_of_command "$(command -v java || :)" && return 0
    for jdk_folder in \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        jdk_is_new_enough "$jdk_folder" && return 0
    done
    return 1
}

# Sets jdk to the folder $1 if that is a JDK, with a compiler, of the needed version or newer.
jdk_is_new_enough() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    jdk_version=0
    while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
        case $jdk_line in
            JAVA_VERSION=*)
                jdk_version=${jdk_line#JAVA_VERSION=}
                jdk_version=${jdk_version#\"}
                jdk_version=${jdk_version%%[!0-9]*}
                ;;
        esac
    done <"$1/release"
    [ "${jdk_version:-0}" -ge "$jdk_needed" ] || return 1
    jdk=$1
}

# Sets jdk to the JDK that the java command $1 belongs to, if that is new enough.
jdk_of_command() {
    [ -n "$1" ] && [ -x "$1" ] || return 1
    jdk_command=$1
    while [ -h "$jdk_command" ]; do
        jdk_link=$(readlink "$jdk_command")
        case $jdk_link in
            /*) jdk_command=$jdk_link ;;
            *) jdk_command=${jdk_command%/*}/$jdk_link ;;
        esac
    done
    jdk_folder=${jdk_command%/*}/..
    if [ -r "$jdk_folder/release" ]; then
        jdk_folder=$(CDPATH='' cd -- "$jdk_folder" && pwd -P)
    elif [ "$(uname -s)$1" = Darwin/usr/bin/java ]; then
        return 1 # a stand-in that opens a window where no Java is installed
    else
        # The command of a version manager: a script that knows where its Java lives.
        jdk_folder=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    fi
    jdk_is_new_enough "$jdk_folder"
}

# What to type where find_jdk found none.
jdk_advice() {
    if [ -n "${EYEBRIGHT_JAVA:-}" ]; then
        echo "EYEBRIGHT_JAVA must name a JDK $jdk_needed or newer, not $EYEBRIGHT_JAVA"
        return
    fi
    cat <<END
needs a JDK $jdk_needed or newer, and found none. Install one:
  Debian, Ubuntu  apt-get install openjdk-$jdk_needed-jdk-headless
  Fedora          dnf install java-$jdk_needed-openjdk-devel
  macOS           brew install openjdk@$jdk_needed
  anywhere        sdk install java $jdk_needed-tem
or set EYEBRIGHT_JAVA to the folder of one that is elsewhere.
END
}

# What to type where Maven is missing.
maven_advice() {
    cat <<END
needs Maven 3.8 or newer (mvn) to build, and found none. Install it:
  Debian, Ubuntu  apt-get install maven
  Fedora          dnf install maven
  macOS           brew install maven
  anywhere        sdk install maven
END
}
