# shellcheck shell=sh
# Installing by the system's package manager, where nobody has to be asked. Sourced by ./verify.

# Runs the command $1 as root, or as itself where it is Homebrew's, talking to the log $2; 1 where there is none, or it is not
# allowed or does not work.
install_quietly() {
    case $1 in
        '') return 1 ;;
        brew*) as_root= ;; # refuses to run as root
        *) if [ "$(id -u)" -eq 0 ]; then
            as_root=
        elif sudo -n true 2>/dev/null; then
            as_root='sudo -n'
        else
            return 1
        fi ;;
    esac
    # shellcheck disable=SC2086 # commands are words
    {
        case $1 in
            apt-get*)
                export DEBIAN_FRONTEND=noninteractive
                $as_root $1 || { $as_root apt-get update && $as_root $1; }
                ;;
            *) $as_root $1 ;;
        esac
    } </dev/null >"$2" 2>&1
}
