# Writes comparisons.csv: Tukey's HSD and Games-Howell by their formulas, to 17 digits.
# Run: python3 comparisons.py    (mpmath 1.3.0; Python 3; several minutes)
# The studentized range is the double integral of its definition by the trapezoid rule, whose error for these
# functions is below 1e-25: R's ptukey and qtukey are good to about 1e-10 and 1e-4.
import csv
from mpmath import mp, mpf, sqrt, exp, log, loggamma, ncdf, npdf, nstr

mp.dps = 32
STEP = mpf(1) / 5
Z = [i * STEP for i in range(-60, 101)]
NODES = [(z, npdf(z) * STEP, ncdf(z)) for z in Z]


def beyond(p, below, m):
    """p^m - (p - below)^m without cancellation: one of m is not within the range that ends at the largest."""
    return below * sum(p ** (m - 1 - i) * (p - below) ** i for i in range(m))


def survival(q, k, df):
    """P(range of k normals / s > q), s the root of a chi-squared with df over df."""
    sd = 1 / sqrt(2 * df)
    constant = log(mpf(2)) + df / 2 * log(df / 2) - loggamma(df / 2)
    total = mpf(0)
    for i in range(-32, 33):
        s = 1 + i * sd / 3
        if s > 0:
            total += exp(constant + (df - 1) * log(s) - df * s * s / 2) * sd / 3 * k * sum(w * beyond(p, ncdf(z - q * s), k - 1) for z, w, p in NODES)
    return total


def quantile(level, k, df):
    a, b = mpf(3), mpf("3.5")
    fa, fb = (log(survival(x, k, df)) - log(1 - level) for x in (a, b))
    while abs(b - a) > mpf(10) ** -14:
        a, b, fa = b, b - fb * (b - a) / (fb - fa), fb
        fb = log(survival(b, k, df)) - log(1 - level)
    return b


def groups(data, value, group):
    with open("../data/%s.csv" % data) as file:
        cells = [(r[group], mpf(r[value])) for r in csv.DictReader(file) if r[group] and r[value]]
    return {level: [v for g, v in cells if g == level] for level in sorted({g for g, _ in cells})}


def quartiles():
    cuts = [-1, 9, 12, 15, 23]
    with open("../data/cowles.csv") as file:
        cells = [(int(r["extraversion"]), mpf(r["neuroticism"])) for r in csv.DictReader(file)]
    return {"(%d,%d]" % (a, b): [v for e, v in cells if a < e <= b] for a, b in zip(cuts, cuts[1:])}


def mean(x):
    return sum(x) / len(x)


def squares(x):
    m = mean(x)
    return sum((v - m) ** 2 for v in x)


if __name__ == "__main__":
    with open("comparisons.csv", "w") as out:
        write = csv.writer(out, lineterminator="\n").writerow
        write(["case", "quantity", "value", "tolerance", "call"])
        for case, data in [("bfi age by education", groups("bfi", "age", "education")), ("students Pulse by Exer", groups("students", "Pulse", "Exer")),
                           ("cowles neuroticism by extraversion quartile", quartiles())]:
            k, levels = len(data), list(data)
            within = mpf(sum(len(x) for x in data.values()) - k)
            ms = sum(squares(x) for x in data.values()) / within
            critical = quantile(mpf("0.95"), k, within)
            for i in range(k):
                for j in range(i + 1, k):
                    a, b = data[levels[i]], data[levels[j]]
                    diff = mean(b) - mean(a)
                    u = sqrt(ms / 2 * (mpf(1) / len(a) + mpf(1) / len(b)))
                    va, vb = (squares(x) / (len(x) - 1) / len(x) for x in (a, b))
                    v = sqrt((va + vb) / 2)
                    df = (va + vb) ** 2 / (va ** 2 / (len(a) - 1) + vb ** 2 / (len(b) - 1))
                    for test, unit, freedom, reach in [("Tukey", u, within, critical * u), ("Games-Howell", v, df, quantile(mpf("0.95"), k, df) * v)]:
                        q = abs(diff) / unit
                        for quantity, value in [("diff", diff), ("low", diff - reach), ("high", diff + reach), ("q", q), ("df", freedom), ("p", survival(q, k, freedom))]:
                            write(["%s %s %s-%s" % (case, test, levels[j], levels[i]), quantity, nstr(value, 17), "1e-10", "formula in mpmath"])
