# Writes exact.csv: to 20 digits, what reference.R solves for to a limited tolerance.
# Run: python3 exact.py    (mpmath 1.3.0; Python 3)
# fisher.test finds the conditional odds ratio and its limits by uniroot to 1.2e-4, and effectsize the limits of
# Cramer's V by a simplex search that stops at 1e-9 of probability. Here every sum is exact to 40 digits and every
# equation is solved by bisection.
import csv
from mpmath import mp, mpf, binomial, gammainc, exp, sqrt, nstr

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


with open("exact.csv", "w") as out:
    out.write("case,quantity,value\n")
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
