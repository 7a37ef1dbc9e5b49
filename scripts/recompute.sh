# shellcheck shell=sh disable=SC2154 # home, again and jdk are set by who sources this
# Has R recompute the findings of studies, from the jars of a finished build. Sourced by ./verify.

# Prints why R cannot be asked; nothing if it can.
why_not_r() {
    if ! command -v Rscript >/dev/null; then
        echo "Rscript is not installed"
    elif ! Rscript --vanilla -e 'quit(status = !requireNamespace("MASS", quietly = TRUE))' >/dev/null 2>&1; then
        echo "R has no package MASS (Debian: r-cran-mass)"
    fi
}

# Runs the command eyebright of the jars in cli/target of the built checkout $again.
built_eyebright() {
    "$jdk/bin/java" -XX:+UseSerialGC "-Deyebright.home=$home" --enable-native-access=ALL-UNNAMED \
        -cp "$again/cli/target/*:$again/cli/target/lib/*" eyebright.cli.Eyebright "$@"
}

# Compares the findings of study $1 on table $2 with R's, in folder $3. Prints what differs and how many agree; fails
# where one differs or R does not come to its end.
recompute() {
    rm -rf "$3"
    mkdir -p "$3"
    if ! built_eyebright analyse "$1" --data "$2" --r "$3" >"$3/findings.txt" 2>"$3/eyebright.log"; then
        tail -n 5 "$3/eyebright.log"
        echo "no findings"
        return 1
    fi
    if Rscript --vanilla "$3/recompute.R" >"$3/recomputed.txt" 2>"$3/r.log" &&
        tail -n 1 "$3/recomputed.txt" | grep -q ' agree, 0 differ'; then
        tail -n 1 "$3/recomputed.txt"
        return 0
    fi
    grep -E ': (differs|is missing)' "$3/recomputed.txt" | head -n 12 || tail -n 5 "$3/r.log"
    tail -n 1 "$3/recomputed.txt"
    return 1
}

# Publishes table $2, of rehearsed respondents, of study $1 in folder $3, and has the package's own script compute
# every number again. Prints what fails and how many pass; fails where one does or R does not come to its end.
recompute_package() {
    rm -rf "$3"
    mkdir -p "$3"
    if ! built_eyebright publish "$1" --data "$2" --out "$3/published" --day 2026-01-01 >"$3/files.txt" 2>"$3/eyebright.log"; then
        tail -n 5 "$3/eyebright.log"
        echo "nothing was published"
        return 1
    fi
    if Rscript --vanilla "$3/published/data-package/analysis.R" >"$3/recomputed.txt" 2>"$3/r.log" &&
        tail -n 1 "$3/recomputed.txt" | grep -q ' passed, 0 failed'; then
        tail -n 1 "$3/recomputed.txt"
        return 0
    fi
    grep -E '^FAIL' "$3/recomputed.txt" | head -n 12 || tail -n 5 "$3/r.log"
    tail -n 1 "$3/recomputed.txt"
    return 1
}
