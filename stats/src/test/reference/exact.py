# Writes exact.csv: to 20 digits, what reference.R solves for to a limited tolerance.
# Run: python3 exact.py    (mpmath 1.3.0; Python 3)
# fisher.test finds the conditional odds ratio and its limits by uniroot to 1.2e-4, and effectsize the limits of
# Cramer's V by a simplex search that stops at 1e-9 of probability. Here every sum is exact to 40 digits and every
# equation is solved by bisection.
# The limits of d, g and eta squared are found by effectsize in the same way. Here the noncentral t is integrated by
# the trapezoid rule, whose error for it is below 1e-30, and the noncentral F is its sum of 600 terms.
# Two p of TukeyHSD are here, as ptukey is good to about 1e-9 absolute; more/comparisons.csv has all of them.
import csv
import sys
from mpmath import mp, mpf, betainc, binomial, gammainc, exp, log, loggamma, ncdf, sqrt, nstr

sys.path.insert(0, "more")
from comparisons import survival

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


def groups(data, value, group):
    """The values of each group; of extraversion the groups are R's cut(extraversion, c(-1, 9, 12, 15, 23))."""
    with open("data/%s.csv" % data) as file:
        cells = [(r[group], mpf(r[value])) for r in csv.DictReader(file) if r[group] and r[value]]
    if group == "extraversion":
        cells = [(sum(int(g) > cut for cut in (9, 12, 15)), v) for g, v in cells]
    return [[v for g, v in cells if g == level] for level in sorted({g for g, _ in cells})]


def squares(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values)


def t_cdf(t, df, ncp):
    step = 1 / sqrt(2 * mpf(df)) / 4
    constant = log(mpf(2)) + mpf(df) / 2 * log(mpf(df) / 2) - loggamma(mpf(df) / 2)
    total = mpf(0)
    for i in range(-56, 57):
        s = 1 + i * step
        total += exp(constant + (df - 1) * log(s) - df * s * s / 2) * step * ncdf(t * s - ncp)
    return total


def secant(f, a, b):
    fa, fb = f(a), f(b)
    while abs(b - a) > mpf(10) ** -26 * abs(b):
        a, b, fa = b, b - fb * (b - a) / (fb - fa), fb
        fb = f(b)
    return b


def d_limits(a, b):
    df = len(a) + len(b) - 2
    unit = sqrt(mpf(1) / len(a) + mpf(1) / len(b))
    t = (sum(a) / len(a) - sum(b) / len(b)) / sqrt((squares(a) + squares(b)) / df) / unit
    unbiased = exp(loggamma(mpf(df) / 2) - loggamma(mpf(df - 1) / 2)) / sqrt(mpf(df) / 2)
    for quantity, probability, guess in [("low", mpf("0.975"), t - 2), ("high", mpf("0.025"), t + 2)]:
        limit = unit * secant(lambda ncp: t_cdf(t, df, ncp) - probability, guess, guess + mpf("0.1"))
        yield "d_" + quantity, limit
        yield "g_" + quantity, limit * unbiased


def tukey_p(data, i, j):
    n, k = sum(len(g) for g in data), len(data)
    ms = sum(squares(g) for g in data) / (n - k)
    a, b = data[i], data[j]
    q = abs(sum(a) / len(a) - sum(b) / len(b)) / sqrt(ms / 2 * (mpf(1) / len(a) + mpf(1) / len(b)))
    return survival(q, k, mpf(n - k))


def eta_limits(data):
    n, k = sum(len(g) for g in data), len(data)
    within = sum(squares(g) for g in data)
    a, b = mpf(k - 1) / 2, mpf(n - k) / 2
    x = 1 - within / squares(sum(data, []))
    central, term = [betainc(a, b, 0, x, regularized=True)], exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    for j in range(600):
        central.append(central[-1] - term)
        term *= x * (a + j + b) / (a + j + 1)

    def cdf(ncp):
        weight, total = exp(-ncp / 2), mpf(0)
        for j, probability in enumerate(central):
            total += weight * probability
            weight *= ncp / 2 / (j + 1)
        return total

    for quantity, probability in [("eta2_low", mpf("0.975")), ("eta2_high", mpf("0.025"))]:
        ncp = solve(lambda ncp: cdf(ncp) - probability, mpf(0), mpf(500)) if cdf(mpf(0)) > probability else mpf(0)
        yield quantity, ncp / (ncp + n - k)


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


# Logistic and Poisson regression: `glm` takes its standard errors from the weights before its last step, which moves
# them by up to 4e-6, and `confint` interpolates the profile by a spline. Newton's steps at 40 digits until they end.
from mpmath import erfinv, log, matrix  # noqa: E402


def evaluate(rows, answers, offset, kind, b):
    p = len(b)
    information, score, likelihood = matrix(p, p), matrix(p, 1), mpf(0)
    for row, y, start in zip(rows, answers, offset):
        eta = start + sum(x * c for x, c in zip(row, b))
        power = exp(eta)
        mean = power / (1 + power) if kind == "logistic" else power
        weight = mean * (1 - mean) if kind == "logistic" else mean
        likelihood += y * eta - (log(1 + power) if kind == "logistic" else power)
        for i in range(p):
            if row[i]:
                score[i] += row[i] * (y - mean)
                for j in range(i + 1):
                    information[i, j] += weight * row[i] * row[j]
    for i in range(p):
        for j in range(i):
            information[j, i] = information[i, j]
    return information, score, likelihood


def regression(rows, answers, offset, kind):
    p = len(rows[0])
    b = [mpf(0)] * p
    for _ in range(60):
        information, score, likelihood = evaluate(rows, answers, offset, kind, b)
        step = mp.lu_solve(information, score)
        b = [c + s for c, s in zip(b, step)]
        if max(abs(s) for s in step) < mpf(10) ** -36:
            inverse = information ** -1
            return b, inverse, likelihood
    raise ValueError("no rest")


def read(name):
    with open("data/%s.csv" % name) as file:
        return list(csv.DictReader(file))


def errors(case, names, rows, answers, offset, kind):
    b, inverse, likelihood = regression(rows, answers, offset, kind)
    for i, name in enumerate(names):
        yield case, "se[%s]" % name, sqrt(inverse[i, i])
    if kind != "logistic":
        return
    for side, sign in (("low", -1), ("high", 1)):
        for i, name in enumerate(names):
            yield case, "%s[%s]" % (side, name), limit(rows, answers, offset, kind, b, inverse, likelihood, i, sign)


def limit(rows, answers, offset, kind, b, inverse, likelihood, place, sign):
    """Where the profile has fallen by half the 95 % quantile of chi-squared with 1 df: all scores but one are 0."""
    p, fall = len(b), erfinv(mpf("0.95")) ** 2
    reach = sign * sqrt(2 * fall / inverse[place, place])
    b = [c + reach * inverse[i, place] for i, c in enumerate(b)]
    for _ in range(60):
        information, score, here = evaluate(rows, answers, offset, kind, b)
        jacobian, rest = matrix(p, p), matrix(p, 1)
        for i in range(p):
            rest[i] = likelihood - fall - here if i == place else -score[i]
            for j in range(p):
                jacobian[i, j] = score[j] if i == place else -information[i, j]
        step = mp.lu_solve(jacobian, rest)
        b = [c + s for c, s in zip(b, step)]
        if max(abs(s) for s in step) < mpf(10) ** -30:
            return b[place]
    raise ValueError("no rest")


def models():
    cowles = read("cowles")
    yield from errors(
        "cowles volunteer ~ sex + neuroticism*extraversion",
        ["(Intercept)", "sexmale", "neuroticism", "extraversion", "neuroticism:extraversion"],
        [[1, int(r["sex"] == "male"), int(r["neuroticism"]), int(r["extraversion"]), int(r["neuroticism"]) * int(r["extraversion"])] for r in cowles],
        [int(r["volunteer"] == "yes") for r in cowles], [0] * len(cowles), "logistic")
    quine = read("quine")
    yield from errors(
        "quine Days ~ Eth + Sex + Age + Lrn, Poisson",
        ["(Intercept)", "EthN", "SexM", "AgeF1", "AgeF2", "AgeF3", "LrnSL"],
        [[1, int(r["Eth"] == "N"), int(r["Sex"] == "M"), *(int(r["Age"] == a) for a in ("F1", "F2", "F3")), int(r["Lrn"] == "SL")] for r in quine],
        [int(r["Days"]) for r in quine], [0] * len(quine), "poisson")
    epil = read("epil")
    yield from errors(
        "epil y ~ trt + lage + offset(lbase), Poisson",
        ["(Intercept)", "trtprogabide", "lage"],
        [[1, int(r["trt"] == "progabide"), mpf(r["lage"])] for r in epil],
        [int(r["y"]) for r in epil], [mpf(r["lbase"]) for r in epil], "poisson")


with open("exact.csv", "a") as out:
    for case, quantity, value in models():
        out.write('"%s","%s",%s\n' % (case, quantity, nstr(value, 20)))
