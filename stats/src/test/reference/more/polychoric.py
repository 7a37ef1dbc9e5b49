# Writes polychoric.csv: two-step polychoric correlations to 12 digits or more, and their standard errors.
# Run in this folder: python3 polychoric.py    (Python 3, mpmath 1.3.0)
# rho solves the score equation at 30 digits, the cell probabilities are integrals of a conditional probability. The error is an
# infinitesimal jackknife: rho is found again with the share of each cell moved a little, both ways; se^2 is the variance of
# those changes over respondents, divided by n. Nothing of the closed form under test is used.
import csv
from mpmath import mp, mpf, erf, exp, sqrt, pi, quad, erfinv, findroot, nstr, atanh, tanh, inf

mp.dps = 25


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def Phi(x):
    return (1 + erf(x / sqrt(2))) / 2


def corner(a, b, rho):
    """P(X <= a, Y <= b)."""
    if a == -inf or b == -inf:
        return mpf(0)
    if a == inf:
        return mpf(1) if b == inf else Phi(b)
    if b == inf:
        return Phi(a)
    return Phi(a) * Phi(b) + quad(lambda r: density(a, b, r), [0, rho / 2, rho])


def density(a, b, rho):
    if abs(a) == inf or abs(b) == inf:
        return mpf(0)
    return exp(-(a * a + b * b - 2 * rho * a * b) / (2 * (1 - rho * rho))) / (2 * pi * sqrt(1 - rho * rho))


def thresholds(shares):
    cuts, below = [-inf], mpf(0)
    for share in shares[:-1]:
        below += share
        cuts.append(sqrt(2) * erfinv(2 * below - 1))
    return cuts + [inf]


def rho_of(p, start):
    total = sum(sum(row) for row in p)
    p = [[x / total for x in row] for row in p]
    a, b = thresholds([sum(row) for row in p]), thresholds([sum(c) for c in zip(*p)])

    def score(rho):
        c = [[corner(x, y, rho) for y in b] for x in a]
        d = [[density(x, y, rho) for y in b] for x in a]
        box = lambda t, i, j: t[i + 1][j + 1] - t[i][j + 1] - t[i + 1][j] + t[i][j]
        return sum(p[i][j] * box(d, i, j) / box(c, i, j) for i in range(len(p)) for j in range(len(p[0])) if p[i][j])
    return findroot(score, (start, start + mpf("0.001")), tol=mpf("1e-36"))


def cross(row, column):
    with open("../data/bfi.csv") as file:
        cells = [(r[row], r[column]) for r in csv.DictReader(file) if r[row] and r[column]]
    rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
    return [[sum(1 for cell in cells if cell == (r, c)) for c in columns] for r in rows]


def case(name, t, start):
    n = sum(sum(r) for r in t)
    p = [[mpf(x) / n for x in r] for r in t]
    rho = rho_of(p, mpf(start))
    h, variance = mpf("1e-7"), mpf(0)
    for i in range(len(p)):
        for j in range(len(p[0])):
            if p[i][j]:
                moved = []
                for step in (h, -h):
                    q = [[x * (1 - step) for x in r] for r in p]
                    q[i][j] += step
                    moved.append(rho_of(q, rho))
                variance += p[i][j] * ((moved[0] - moved[1]) / (2 * h)) ** 2
    se = sqrt(variance / n)
    reach = mpf("1.959963984540054235524594") * se / (1 - rho * rho)
    for quantity, value in (("rho", rho), ("low", tanh(atanh(rho) - reach)), ("high", tanh(atanh(rho) + reach))):
        yield name, quantity, nstr(value, 15), "1e-10", "score equation at 25 digits, infinitesimal jackknife"


with open("polychoric.csv", "w") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["case", "quantity", "value", "tolerance", "call"])
    out.writerows(case("2 x 2: 40 10, 15 35", [[40, 10], [15, 35]], "0.7"))
    out.writerows(case("3 x 3: 20 8 1, 9 15 6, 0 7 18", [[20, 8, 1], [9, 15, 6], [0, 7, 18]], "0.8"))
    out.writerows(case("3 x 2: 12 30, 20 22, 31 9", [[12, 30], [20, 22], [31, 9]], "-0.5"))
