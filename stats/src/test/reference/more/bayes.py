# Writes bayes.csv: natural logarithms of Bayes factors to 18 digits.
# Run: python3 bayes.py    (mpmath 1.3.0; Python 3)
# The correlation by 2F1, the table by gamma functions, t and share by the trapezoidal rule over a logarithm, 30 digits.
from mpmath import mp, mpf, beta, exp, fsum, gamma, hyp2f1, log, loggamma, nstr, pi, sqrt

mp.dps = 30


def line(f, low, high, per_unit):
    return fsum(f(mpf(i) / per_unit) for i in range(low * per_unit, high * per_unit)) / per_unit


def t_test(t, n, df, scale):
    t, n, df, scale = mpf(t), mpf(n), mpf(df), mpf(scale)

    def f(u):
        g = exp(u)
        ratio = (1 + t * t / df) / (1 + t * t / ((1 + n * g) * df))
        return ratio ** ((df + 1) / 2) / sqrt(1 + n * g) * scale / sqrt(2 * pi * g) * exp(-scale ** 2 / (2 * g))

    return log(line(f, -8, 90, 32))


def correlation(r, n, kappa):
    r, n, shape = mpf(r), mpf(n), 1 / mpf(kappa)
    c = n / 2 + shape
    return log(2 ** (1 - 2 * shape) * sqrt(pi) / beta(shape, shape) * hyp2f1((n - 1) / 2, (n - 1) / 2, c, r * r)) + loggamma(c - mpf(1) / 2) - loggamma(c)


def share(x, n, p, scale):
    p, scale = mpf(p), mpf(scale)
    middle = log(p / (1 - p))

    def f(u):
        z = exp(-(u - middle) / scale)
        q = 1 / (1 + exp(-u))
        return (q / p) ** x * (1 / (1 + exp(u)) / (1 - p)) ** (n - x) * z / (scale * (1 + z) ** 2)

    return log(line(f, -60, 60, 32))


def table(rows):
    def d(v):
        return sum(loggamma(mpf(x) + 1) for x in v) - loggamma(mpf(sum(v) + len(v)))

    none = d([0] * len(rows[0]))
    return sum(d(row) - none for row in rows) + none - d([sum(c) for c in zip(*rows)])


medium = sqrt(mpf(2)) / 2
cases = [
    ("t 2.3 of 40, 1/2", t_test("2.3", 40, 39, "0.5")),
    ("t 0 of 12, sqrt(2)/2", t_test(0, 12, 11, medium)),
    ("t 25 of 500, 1", t_test(25, 500, 499, 1)),
    ("t 3 of 2, sqrt(2)/2", t_test(3, 2, 1, medium)),
    ("t -1.1 of 7 and 300, sqrt(2)/2", t_test("-1.1", mpf(2100) / 307, 305, medium)),
    ("r .3 of 50, kappa 1", correlation("0.3", 50, 1)),
    ("r -.05 of 684, kappa 1", correlation("-0.05", 684, 1)),
    ("r .99 of 2000, kappa 1", correlation("0.99", 2000, 1)),
    ("r 0 of 3, kappa 1/3", correlation(0, 3, mpf(1) / 3)),
    ("share 0 of 20 against .1", share(0, 20, "0.1", "0.5")),
    ("share 700 of 700 against .5", share(700, 700, "0.5", "0.5")),
    ("table 3 x 4", table([[3, 9, 0, 4], [11, 2, 5, 7], [0, 1, 8, 30]])),
]
with open("bayes.csv", "w") as out:
    out.write("case,quantity,value,tolerance,call\n")
    for name, value in cases:
        out.write('"%s",log_bf10,%s,1e-11,bayes.py\n' % (name, nstr(value, 18)))
