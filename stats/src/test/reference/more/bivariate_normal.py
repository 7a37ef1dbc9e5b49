# Writes bivariate_normal.csv: the cumulative distribution of two correlated normals to 20 digits.
# Run: python3 bivariate_normal.py    (mpmath 1.3.0; Python 3)
# By the integral of the density over the correlation from 0, t = asin(rho): P(x) P(y) + 1/(2 pi) * integral of
# exp(-(x^2 + y^2 - 2 x y sin t) / (2 cos^2 t)) dt, in pieces that grow towards the end, 30 digits.
from mpmath import mp, mpf, asin, cos, erfc, exp, nstr, pi, quad, sin, sqrt

mp.dps = 30


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def cumulative(x, y, rho):
    def f(t):
        return exp(-((x - y * sin(t)) ** 2 / cos(t) ** 2 + y * y) / 2)

    end = asin(rho)
    pieces = [mpf(0)] + [end * (1 - mpf(10) ** (-mpf(k) / 2)) for k in range(1, 22)] + [end]
    return phi(x) * phi(y) + quad(f, pieces) / (2 * pi)


with open("bivariate_normal.csv", "w") as out:
    out.write("x,y,rho,cdf\n")
    for rho in ["-0.99999999", "-0.999", "-0.93", "-0.9", "-0.5", "-1e-9", "0.2", "0.7", "0.89", "0.9", "0.97", "0.9999", "0.9999999999"]:
        for x, y in [("0", "0"), ("-1.3", "0.4"), ("2.1", "1.7"), ("-2", "-2.00001"), ("1.5", "-1.5"), ("-4", "3"), ("0.3", "0.3")]:
            # The doubles that the code sees, not the decimals.
            value = cumulative(mpf(float(x)), mpf(float(y)), mpf(float(rho)))
            out.write("%s,%s,%s,%s\n" % (x, y, rho, nstr(value, 20)))
