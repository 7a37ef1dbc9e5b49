# shellcheck shell=sh disable=SC2034 # postgresql is read by who sources this
# Finding a PostgreSQL for the tests of the second store, or installing one. Sourced by ./verify.

# Sets postgresql to the folder of its programs, the newest there is; 1 if this machine has none.
find_postgresql() {
    postgresql=
    # The last that is there counts: what is named, then the newest that is installed, then what is in the path.
    for initdb in "$(command -v initdb || :)" /opt/homebrew/opt/postgresql@*/bin/initdb /usr/pgsql-*/bin/initdb \
        /usr/lib/postgresql/*/bin/initdb "${EYEBRIGHT_POSTGRESQL:+$EYEBRIGHT_POSTGRESQL/initdb}"; do
        [ -n "$initdb" ] && [ -x "$initdb" ] && postgresql=${initdb%/*}
    done
    [ -n "$postgresql" ]
}

# Prints the command that installs PostgreSQL here; nothing where the package manager is unknown.
postgresql_command() {
    if command -v apt-get >/dev/null; then
        echo 'apt-get install -y --no-install-recommends postgresql'
    elif command -v dnf >/dev/null; then
        echo 'dnf install -y postgresql-server postgresql-contrib'
    elif command -v pacman >/dev/null; then
        echo 'pacman -S --noconfirm postgresql'
    elif command -v apk >/dev/null; then
        echo 'apk add postgresql postgresql-contrib'
    elif command -v brew >/dev/null; then
        echo 'brew install postgresql'
    fi
}

# Prints what to do where there is no PostgreSQL and it could not be installed.
postgresql_advice() {
    case $(postgresql_command) in
        '') echo 'Install PostgreSQL, or set EYEBRIGHT_POSTGRESQL to the folder of its programs' ;;
        brew*) echo "Type: $(postgresql_command)" ;;
        *) echo "Type: sudo $(postgresql_command)" ;;
    esac
}

# Installs PostgreSQL without asking, talking to the log $1; 1 where that is not allowed or does not work. What the
# package manager starts by itself is left alone: tests start their own.
install_postgresql() {
    install_quietly "$(postgresql_command)" "$1" && find_postgresql
}
