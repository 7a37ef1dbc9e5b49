# Writes noncentral_t_tails.csv: far tails of the noncentral t distribution to 19 digits.
# Run: python3 noncentral_t_tails.py    (mpmath 1.3.0; Python 3)
# Both tails are integrals over s = sqrt(chi-squared / df) of a density times a normal probability, by
# the trapezoidal rule over log s in steps of 1/200 from -20 to 2, with 30 digits; steps of 1/250 give the same 19 digits.
from mpmath import mp, mpf, gamma, exp, sqrt, erfc, fsum, nstr

mp.dps = 30


def tail(t, df, ncp, sign):
    t, df, ncp = mpf(t), mpf(df), mpf(ncp)
    constant = 2 * (df / 2) ** (df / 2) / gamma(df / 2)

    def f(u):
        s = exp(u)
        return constant * s ** df * exp(-df * s * s / 2) * erfc(sign * (t * s - ncp) / sqrt(2)) / 2

    h = mpf(1) / 200
    return h * fsum(f(i * h) for i in range(-20 * 200, 2 * 200))


with open("noncentral_t_tails.csv", "w") as out:
    out.write("df,ncp,x,cdf,sf\n")
    for df in ["3", "20", "682"]:
        for ncp in ["-25", "-4", "0.5", "12", "60"]:
            for t in ["-9", "2.5", "75"]:
                below, above = tail(t, df, ncp, -1), tail(t, df, ncp, 1)
                assert abs(below + above - 1) < mpf(10) ** -25, (df, ncp, t, below + above)
                if min(below, above) > mpf(10) ** -280:
                    out.write(",".join([df, ncp, t, nstr(below, 20), nstr(above, 20)]) + "\n")
