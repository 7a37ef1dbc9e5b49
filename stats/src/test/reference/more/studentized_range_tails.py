# Writes studentized_range_tails.csv: small upper and lower tails of the studentized range to 15 digits.
# Run: python3 studentized_range_tails.py    (mpmath 1.3.0; Python 3)
# Both integrals by the trapezoidal rule, with 30 digits: over z in steps of 1/5 from -9 to 18, over the logarithm
# of s in steps of half of its standard deviation. The lower tail from the range's own integral, the upper one from
# groups * (Phi(z)^(groups-1) - (Phi(z) - Phi(z-w))^(groups-1)).
from mpmath import mp, mpf, exp, sqrt, erfc, log, loggamma, pi, fsum, nstr

mp.dps = 30


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


grid = [mpf(i) / 5 for i in range(-45, 91)]
density = [exp(-z * z / 2) / sqrt(2 * pi) for z in grid]
whole = [phi(z) for z in grid]


def tails(w, k):
    inside = [a - phi(z - w) for z, a in zip(grid, whole)]
    below = k * fsum(d * i ** (k - 1) for d, i in zip(density, inside)) / 5
    above = k * fsum(d * (a ** (k - 1) - i ** (k - 1)) for d, a, i in zip(density, whole, inside)) / 5
    return below, above


def studentized(q, k, df):
    q, df = mpf(q), mpf(df)
    constant = log(2) + df / 2 * log(df / 2) - loggamma(df / 2)
    h = 1 / sqrt(2 * df) / 2
    below = above = mpf(0)
    for i in range(-50, 24):
        u = i * h
        weight = h * exp(constant + df * u - df * exp(2 * u) / 2)
        b, a = tails(q * exp(u), k)
        below, above = below + weight * b, above + weight * a
    return below, above


with open("studentized_range_tails.csv", "w") as out:
    out.write("q,groups,df,cdf,sf\n")
    for q, k, df in [("9", 3, "60"), ("8.5", 4, "680"), ("0.3", 6, "60"), ("0.05", 3, "300")]:
        below, above = studentized(q, k, df)
        assert abs(below + above - 1) < mpf(10) ** -16, (q, k, df, below + above)
        out.write("%s,%d,%s,%s,%s\n" % (q, k, df, nstr(below, 15), nstr(above, 15)))
