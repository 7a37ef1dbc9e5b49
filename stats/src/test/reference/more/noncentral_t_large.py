# Writes noncentral_t_large.csv: the three points of noncentral_t.csv with |ncp| above 5,000, to 25 digits.
# Run: python3 noncentral_t_large.py    (mpmath 1.3.0; Python 3)
# The trapezoidal rule over the logarithm of s = sqrt(chi-squared / df), 16 standard deviations to each side, in
# steps of a fifth of the narrower of the two scales of the integrand, with 40 digits; half the step gives the same.
from mpmath import mp, mpf, exp, sqrt, erfc, log, loggamma, fsum, nstr

mp.dps = 40


def tail(t, df, ncp, sign):
    t, df, ncp = mpf(t), mpf(df), mpf(ncp)
    constant = log(2) + df / 2 * log(df / 2) - loggamma(df / 2)
    width = 1 / sqrt(2 * df)
    h = min(width, 1 / abs(ncp)) / 5
    n = int(16 * width / h)
    return h * fsum(exp(constant + df * i * h - df * exp(2 * i * h) / 2) * erfc(sign * (t * exp(i * h) - ncp) / sqrt(2)) / 2
                    for i in range(-n, n + 1))


with open("noncentral_t_large.csv", "w") as out:
    out.write("df,ncp,x,cdf,sf\n")
    for df, ncp, t in [("20005.421875", "-10002.7109375", "-10202.453125"),
                       ("2308.069091796875", "-11540.345703125", "-11799.05078125"),
                       ("53489.1484375", "-40116.859375", "-40730.8984375")]:
        below, above = tail(t, df, ncp, -1), tail(t, df, ncp, 1)
        assert abs(below + above - 1) < mpf(10) ** -30
        out.write(",".join([df, ncp, t, nstr(below, 25), nstr(above, 25)]) + "\n")
