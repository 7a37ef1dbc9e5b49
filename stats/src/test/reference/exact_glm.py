# Appends the rows of regressions to exact.csv: standard errors and profile limits to 20 digits, by Newton steps of
# 40 digits. Run after exact.py: python3 exact_glm.py    (mpmath 1.3.0)
import csv
from mpmath import erfinv, exp, log, matrix, mp, mpf, nstr, sqrt

mp.dps = 40


# Logistic and Poisson regression: `glm` takes its standard errors from the weights before its last step, which moves
# them by up to 4e-6, and `confint` interpolates the profile by a spline. Newton's steps at 40 digits until they end.


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
