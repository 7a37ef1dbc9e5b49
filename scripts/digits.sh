# shellcheck shell=sh
# How many digits of each reference value the tests reached, from stats/target/digits.csv. Sourced by ./verify.

# What awk needs to read the CSV files: fields(line) cuts a line at commas outside quotes into field[1], field[2], ...
digits_csv='
    function fields(line,    i, c, quoted, n) {
        n = 1; field[1] = ""; quoted = 0
        for (i = 1; i <= length(line); i++) {
            c = substr(line, i, 1)
            if (c == "\"") quoted = !quoted
            else if (c == "," && !quoted) field[++n] = ""
            else field[n] = field[n] c
        }
        return n
    }'

# Prints the files of reference values below $1 that have rows of cases and quantities.
reference_values() {
    for values in "$1"/expected.csv "$1"/exact.csv "$1"/more/*.csv; do
        case $(head -n 1 "$values" | tr -d '"') in
            case,quantity,*) printf '%s\n' "$values" ;;
        esac
    done
}

# Prints the rows of the reference files below $2 that no test met, by $1, the digits of a run of all tests.
unmet_values() {
    reference_values "$2" | xargs cat | awk "$digits_csv"'
        FNR == NR { fields($0); met[field[2] SUBSEP field[3]] = 1; next }
        { fields($0) }
        field[1] != "case" && !((field[1], field[2]) in met) { print field[1] ": no test met " field[2] }' "$1" -
}

# Prints the page of docs/guide for $1, the digits of a run of all tests, and $2, the folder of the reference values.
# Three tenths of a digit are taken off before rounding down, and 14 are the most, as machines may differ in the last bit.
digits_page() {
    cat <<'PAGE'
# Digits reached

How many digits of each reference value the code reaches: for each analysis the fewest of all its values, less 0.3, rounded
down, at most 14, as the tests measured it. Digits are -log10 of the relative difference, of the absolute one where the value
is 0; a double has about 16. Where only few are reached, the reference, the data as a double, or a solver stopped at a tolerance is the reason:
[the README of the reference values](../../stats/src/test/reference/README.md) says which, and where R is off itself.

`./verify` makes this page from `stats/target/digits.csv`, which every run of the tests writes, and fails if an analysis
reaches fewer digits than stand here, or if a reference value was met by no test. The points of `studentized_range.csv` and
`more/bivariate_normal.csv` are held to absolute tolerances by their tests and are not listed.
PAGE
    reference_values "$2" | while read -r values; do
        awk -v file="${values#"$2"/}" "$digits_csv"'
            { fields($0) }
            field[1] != "case" { print "oracle,\"" field[1] "\",\"" field[2] "\"," file }' "$values"
    done | awk "$digits_csv"'
        BEGIN {
            split("bayes,Bayes factors,careless,Careless answers,correlation,Correlations,distribution,Distributions" \
                ",equivalence,Claims of no difference,family,Families of tests,mean,Means,missing,Missing answers" \
                ",model,Models,posterior,Posteriors,power,Planning,rank,Ranks,reliability,Scales and raters,resampling,Resampling" \
                ",replication,Replications,table,Shares and tables,weighting,Weights", words, ",")
            for (i = 1; i in words; i += 2) title[words[i]] = words[i + 1]
        }
        { fields($0) }
        field[1] == "oracle" {
            place = field[2] SUBSEP field[3]
            if (!(place in oracle) || field[4] == "exact.csv") oracle[place] = field[4]
            next
        }
        field[1] == "part" { next }
        {
            file = oracle[field[2] SUBSEP field[3]]
            if (file == "") file = field[2] ~ /^NIST / ? "nist/" substr(field[2], 6) ".dat" : field[2]
            row = field[1] SUBSEP field[2] SUBSEP file
            if (!(row in values)) { order[++rows] = row; fewest[row] = field[5] }
            values[row]++
            if (field[5] < fewest[row]) fewest[row] = field[5]
        }
        END {
            for (i = 1; i <= rows; i++) {
                split(order[i], name, SUBSEP)
                if (name[1] != part) {
                    part = name[1]
                    print "\n## " (part in title ? title[part] : part) "\n\n| analysis | values | digits | against |\n|---|---|---|---|"
                }
                gsub(/[|]/, "\\|", name[2])
                whole = int(fewest[order[i]] - 0.3)
                if (whole > 14) whole = 14
                printf "| %s | %d | %d | `%s` |\n", name[2], values[order[i]], whole < 0 ? 0 : whole, name[3]
            }
        }' - "$1"
}

# Prints what the page $2 promises and the page $1, made by this run, does not hold.
broken_digits() {
    awk -F ' [|] ' '
        !/^[|] / || /^[|] analysis / { if (/^## /) part[FNR == NR] = substr($0, 4); next }
        { row = part[FNR == NR] ": " substr($1, 3) " against " substr($4, 1, index($4, " |") - 1) }
        FNR == NR { reached[row] = $3 + 0; new[++rows] = row; next }
        { promised[row] = 1 }
        !(row in reached) { print row ": no test reports it any more"; next }
        reached[row] < $3 + 0 { print row ": " reached[row] " digits, not " $3 }
        END { for (i = 1; i <= rows; i++) if (!(new[i] in promised)) print new[i] ": not on the page" }' "$1" "$2"
}
