# Writes ordinal-exact.csv: the maximum of the likelihood of a logistic model with random intercepts, to 20 digits.
# Run here: python3 ordinal.py    (mpmath 1.3.0; Python 3)
# glmer and ours integrate by Gauss-Hermite quadrature with a number of points. Here the integral over a group's level u is by
# the trapezoid rule: for a function analytic in a strip that falls like exp(-u^2/2) its error falls like exp(-2 pi a / h),
# a = pi / sigma being the distance of the nearest pole, so that h = 1/16 leaves less than 1e-30. Newton's steps with the
# exact score and Louis's information.
import csv
from mpmath import mp, mpf, exp, log, sqrt, matrix, lu_solve, inverse, nstr

mp.dps = 40
H = mpf(1) / 16
GRID = [H * k for k in range(-14 * 16, 14 * 16 + 1)]
PRIOR = [exp(-u * u / 2) * H / sqrt(2 * mp.pi) for u in GRID]

groups = {}
with open("../data/epil.csv") as file:
    for r in csv.DictReader(file):
        x = (mpf(1), mpf(1 if r["trt"] == "progabide" else 0), mpf(r["lage"]))
        groups.setdefault((r["subject"], x), []).append(1 if int(r["y"]) > 5 else 0)
# Predictors are those of the person, so that only how many answers are yes matters; equal patterns count once.
patterns = {}
for (_, x), y in groups.items():
    patterns[(x, len(y), sum(y))] = patterns.get((x, len(y), sum(y)), 0) + 1


def at(b):
    sigma, value, score, information = b[3], mpf(0), matrix(4, 1), matrix(4, 4)
    for (x, n, yes), count in patterns.items():
        eta = sum(x[i] * b[i] for i in range(3))
        total, first, second = mpf(0), [mpf(0)] * 2, [mpf(0)] * 3
        for u, prior in zip(GRID, PRIOR):
            p = 1 / (1 + exp(-eta - sigma * u))
            weight = prior * p**yes * (1 - p) ** (n - yes)
            r, w = yes - n * p, n * p * (1 - p)
            total += weight
            first[0] += weight * r
            first[1] += weight * r * u
            for k in range(3):
                second[k] += weight * (r * r - w) * u**k
        first, second = [f / total for f in first], [s / total for s in second]
        value += count * log(total)
        z = [(x[0], 0), (x[1], 0), (x[2], 0), (mpf(1), 1)]
        for i in range(4):
            score[i] += count * z[i][0] * first[z[i][1]]
            for j in range(4):
                information[i, j] -= count * z[i][0] * z[j][0] * (second[z[i][1] + z[j][1]] - first[z[i][1]] * first[z[j][1]])
    return value, score, information


b = [mpf(v) for v in ("-0.5607", "-0.7886", "-2.0954", "4.0091")]
for step in range(5):
    value, score, information = at(b)
    move = lu_solve(information, score)
    b = [b[i] + move[i] for i in range(4)]
value, score, information = at(b)
error = inverse(information)
case, call = "epil y>5 exact", "trapezoid rule, Newton"
rows = [("b[%s]" % n, b[i]) for i, n in enumerate(("(Intercept)", "trtprogabide", "lage"))]
rows += [("se[%s]" % n, sqrt(error[i, i])) for i, n in enumerate(("(Intercept)", "trtprogabide", "lage"))]
rows += [("sd_subject", b[3]), ("loglik", value)]
with open("ordinal-exact.csv", "w", newline="") as file:
    out = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
    out.writerow(["case", "quantity", "value", "tolerance", "call"])
    for quantity, number in rows:
        out.writerow([case, quantity, nstr(number, 20), "1e-7", call])
print(max(abs(m) for m in move), "last step")
