# shellcheck shell=sh disable=SC2034 # chromium is read by who sources this
# Finding a Chromium for the browser tests, or installing one. Sourced by ./verify.

# Sets chromium to a browser's command; 1 if this machine has none.
find_chromium() {
    for chromium in "${EYEBRIGHT_CHROMIUM:-}" \
        "$(command -v chromium || command -v chromium-browser || command -v google-chrome-stable ||
            command -v google-chrome || :)" \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        [ -n "$chromium" ] && [ -x "$chromium" ] && return 0
    done
    return 1
}

# Prints the command that installs Chromium here; nothing where the package manager is unknown.
chromium_command() {
    if command -v apt-get >/dev/null; then
        echo 'apt-get install -y --no-install-recommends chromium'
    elif command -v dnf >/dev/null; then
        echo 'dnf install -y chromium'
    elif command -v pacman >/dev/null; then
        echo 'pacman -S --noconfirm chromium'
    elif command -v apk >/dev/null; then
        echo 'apk add chromium'
    elif command -v brew >/dev/null; then
        echo 'brew install --cask chromium'
    fi
}

# Prints what to do where there is no Chromium and it could not be installed.
chromium_advice() {
    case $(chromium_command) in
        '') echo 'Install Chromium, or set EYEBRIGHT_CHROMIUM to the command of one that is elsewhere' ;;
        brew*) echo "Type: $(chromium_command)" ;;
        *) echo "Type: sudo $(chromium_command)" ;;
    esac
}

# Installs Chromium without asking, talking to the log $1; 1 where that is not allowed or does not work.
install_chromium() {
    install_quietly "$(chromium_command)" "$1" && find_chromium
}
