# shellcheck shell=sh
# What the tests came to, from Surefire's reports. Sourced by ./verify.

# Prints "TESTS FAILED SKIPPED" over all reports below the checkout $1.
count_tests() {
    find "$1" -path '*/target/surefire-reports/TEST-*.xml' -not -path '*/.eyebright/*' -exec cat {} + |
        awk '
            function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
            BEGIN { RS = ">" }
            /<testsuite / { tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
            END { print tests + 0, failed + 0, skipped + 0 }'
}

# Prints each failed test of the checkout $1 with the first $2 lines of what it said, blank ones left out.
failed_tests() {
    find "$1" -path '*/target/surefire-reports/*.txt' -not -path '*/.eyebright/*' -exec cat {} + |
        awk -v most="$2" '
            /^Test set: / || /^-+$/ { left = 0 }
            /<<< (FAILURE|ERROR)!$/ && !/^Tests run:/ { left = most; print "  " $0; next }
            left > 0 && NF > 0 { left--; print "      " $0 }'
}

# Prints how many test methods stand in the sources of module $1.
written_tests() {
    find "$1/src/test" -name '*.java' -exec cat {} + | grep -cE '^ *@(Test|ParameterizedTest|RepeatedTest)([^A-Za-z]|$)' || :
}
