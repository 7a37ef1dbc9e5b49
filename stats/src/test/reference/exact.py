# Writes exact.csv: to 20 digits, what reference.R solves for to a limited tolerance.
# Run: python3 exact.py    (mpmath 1.3.0; Python 3)
# fisher.test finds the conditional odds ratio and its limits by uniroot to 1.2e-4, and effectsize the limits of
# Cramer's V by a simplex search that stops at 1e-9 of probability; polychor finds rho with optimise and power.t.test an
# effect with uniroot to 1.2e-4, and proportionBF a factor by integrate to 1e-10. Here every sum is exact to 40 digits and
# every equation is solved by bisection, that of rho by the secant rule.
import csv
from mpmath import (mp, mpf, betainc, binomial, erf, erfc, erfinv, exp, findroot, fsum, gammainc, inf, log, loggamma, nstr, pi,
                    quad, sqrt)

mp.dps = 40


def table(data, row, column):
    with open("data/%s.csv" % data) as file:
        cells = [(r[row], r[column]) for r in csv.DictReader(file) if r[row] and r[column]]
    rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
    return [[sum(1 for cell in cells if cell == (r, c)) for c in columns] for r in rows]


def solve(falling, low, high):
    """The zero of a function that falls from above 0 to below 0."""
    for _ in range(140):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def fisher(t):
    (a, b), (c, d) = t
    support = range(max(0, a - d), min(a + b, a + c) + 1)
    plain = {k: binomial(a + b, k) * binomial(c + d, a + c - k) for k in support}

    def odds(f):
        def at(log_odds):
            weights = {k: w * exp(log_odds * k) for k, w in plain.items()}
            total = sum(weights.values())
            return f({k: w / total for k, w in weights.items()})
        return exp(solve(at, mpf(-5), mpf(5)))

    tail = mpf("0.025")
    yield "fisher_or", odds(lambda p: a - sum(k * w for k, w in p.items()))
    yield "fisher_low", odds(lambda p: tail - sum(w for k, w in p.items() if k >= a))
    yield "fisher_high", odds(lambda p: sum(w for k, w in p.items() if k <= a) - tail)


def v_limits(t):
    rows, columns = [sum(r) for r in t], [sum(c) for c in zip(*t)]
    n = sum(rows)
    chi2 = n * (sum(mpf(t[i][j]) ** 2 / (rows[i] * columns[j]) for i in range(len(rows)) for j in range(len(columns))) - 1)
    df = (len(rows) - 1) * (len(columns) - 1)
    central = [gammainc(mpf(df) / 2 + j, 0, chi2 / 2, regularized=True) for j in range(150)]

    def cdf(ncp):
        weight, total = exp(-ncp / 2), mpf(0)
        for j, probability in enumerate(central):
            total += weight * probability
            weight *= ncp / 2 / (j + 1)
        return total

    def v(probability):
        if cdf(mpf(0)) <= probability:
            return mpf(0)
        return sqrt(solve(lambda ncp: cdf(ncp) - probability, mpf(0), mpf(100)) / n / (min(len(rows), len(columns)) - 1))

    yield "V_low", v(mpf("0.975"))
    yield "V_high", v(mpf("0.025"))


def polychoric(t):
    n = sum(sum(r) for r in t)

    def cuts(totals):
        below = [mpf(sum(totals[:k])) / n for k in range(1, len(totals))]
        return [-inf] + [sqrt(2) * erfinv(2 * share - 1) for share in below] + [inf]

    def normal(x):
        return (1 + erf(x / sqrt(2))) / 2

    def density(a, b, rho):
        if abs(a) == inf or abs(b) == inf:
            return mpf(0)
        return exp(-(a * a + b * b - 2 * rho * a * b) / (2 * (1 - rho * rho))) / (2 * pi * sqrt(1 - rho * rho))

    def corner(a, b, rho):
        if -inf in (a, b):
            return mpf(0)
        if inf in (a, b):
            return normal(b if a == inf else a) if (a, b) != (inf, inf) else mpf(1)
        return normal(a) * normal(b) + quad(lambda r: density(a, b, r), [0, rho / 2, rho])

    a, b = cuts([sum(r) for r in t]), cuts([sum(c) for c in zip(*t)])

    def score(rho):
        c, d = ([[f(x, y, rho) for y in b] for x in a] for f in (corner, density))
        box = lambda m, i, j: m[i + 1][j + 1] - m[i][j + 1] - m[i + 1][j] + m[i][j]
        return sum(t[i][j] * box(d, i, j) / box(c, i, j) for i in range(len(t)) for j in range(len(t[0])))

    return findroot(score, (mpf("0.555"), mpf("0.556")))


def small_telescope(n, power):
    """The d at which n a group reach the power: noncentral t by the trapezoidal rule over log s."""
    df = mpf(2 * (n - 1))
    t = solve(lambda x: betainc(df / 2, mpf(1) / 2, 0, df / (df + x * x), regularized=True) - mpf("0.05"), mpf(0), mpf(100))
    constant, h = log(2) + df / 2 * log(df / 2) - loggamma(df / 2), 1 / sqrt(2 * df) / 3
    nodes = [(h * exp(constant + df * i * h - df * exp(2 * i * h) / 2), exp(i * h)) for i in range(-60, 42)]

    def missing(d):
        return power - fsum(w * erfc((t * s - d * sqrt(mpf(n) / 2)) / sqrt(2)) / 2 for w, s in nodes)

    yield "d33", solve(missing, mpf(0), mpf(5))


def share_factor(x, n, p, scale):
    """The Bayes factor of x of n against p, by the trapezoidal rule over the log odds."""
    middle = log(p / (1 - p))

    def at(u):
        z, q = exp(-(u - middle) / scale), 1 / (1 + exp(-u))
        return (q / p) ** x * ((1 - q) / (1 - p)) ** (n - x) * z / (scale * (1 + z) ** 2)

    yield "bf10", fsum(at(mpf(i) / 100) for i in range(-1500, 1500)) / 100


with open("exact.csv", "w") as out:
    out.write("case,quantity,value\n")
    for data, value, group in [("students", "Height", "Sex"), ("students", "Pulse", "Sex"), ("cowles", "extraversion", "volunteer"),
                               ("cowles", "neuroticism", "sex"), ("bfi", "N4", "gender"), ("bfi", "age", "gender")]:
        for quantity, number in d_limits(*groups(data, value, group)):
            out.write("%s %s by %s,%s,%s\n" % (data, value, group, quantity, nstr(number, 20)))
    for data, value, group, label in [("bfi", "age", "education", "education"), ("students", "Pulse", "Exer", "Exer"),
                                      ("cowles", "neuroticism", "extraversion", "extraversion quartile")]:
        for quantity, number in eta_limits(groups(data, value, group)):
            out.write("%s %s by %s,%s,%s\n" % (data, value, label, quantity, nstr(number, 20)))
    education = groups("bfi", "age", "education")
    for i, j in [(3, 2), (5, 2)]:
        out.write("bfi age by education Tukey %d-%d,p,%s\n" % (i, j, nstr(tukey_p(education, i - 1, j - 1), 20)))
    for data, row, column in [("cowles", "sex", "volunteer"), ("students", "Sex", "W.Hnd"), ("students", "Smoke", "Exer"),
                              ("students", "Fold", "Clap"), ("womenlf", "partic", "region")]:
        t = table(data, row, column)
        for quantity, value in list(v_limits(t)) + (list(fisher(t)) if len(t) == 2 == len(t[0]) else []):
            out.write("%s %s x %s,%s,%s\n" % (data, row, column, quantity, nstr(value, 20)))
    out.write('"bfi A2, A3 polychoric",rho,%s\n' % nstr(polychoric(table("bfi", "A2", "A3")), 20))
    for quantity, value in small_telescope(60, mpf(1) / 3):
        out.write("small telescopes: original n = 60 a group,%s,%s\n" % (quantity, nstr(value, 20)))
    for quantity, value in share_factor(492, 684, mpf("0.7"), mpf("0.5")):
        out.write("proportion 492 of 684 against .7,%s,%s\n" % (quantity, nstr(value, 20)))
