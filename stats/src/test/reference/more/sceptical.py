"""The controlled sceptical p of the 70 pairs of replication_projects.csv, to 20 digits.

sqrt(P), where P is the chance under no effect twice that the sceptical z of two studies with this ratio of
variances is as large, both in the same direction; 1 - sqrt(P) where the signs differ (Micheloud, Balabdaoui
& Held 2023, Statistics in Medicine). R's ReplicationSuccess integrates with an absolute tolerance of 1e-4,
so that its values below .02 are off by up to 3 %: the integral is taken here in many panels.
Run in the folder of replication_projects.csv: python3 more/sceptical.py > more/sceptical.csv
"""
import csv

from mpmath import exp, log, mp, mpf, ncdf, npdf, quad, sqrt

mp.dps = 30


def sceptical_z(zo, zr, c):
    arithmetic = (zo**2 + zr**2) / 2
    if zo == 0 or zr == 0:
        return mpf(0)
    harmonic = 2 / (1 / zo**2 + 1 / zr**2)
    if c == 1:
        return sqrt(harmonic / 2)
    return sqrt((sqrt(arithmetic * (arithmetic + (c - 1) * harmonic)) - arithmetic) / (c - 1))


def chance(zs, c):
    if zs == 0:
        return mpf(1) / 4
    # z = zs + e^t: the integrand has a root at zs that a panel in z would miss.
    def of(t):
        d = exp(t)
        return npdf(zs + d) * ncdf(-zs * sqrt(1 + c / ((1 + d / zs) ** 2 - 1))) * d

    panels = [log(mpf(10) ** k) for k in range(-25, 0)] + [log(mpf(x) / 4) for x in range(1, 61)]
    return quad(of, sorted(set(panels)))


print("study,ps_controlled")
with open("replication_projects.csv", encoding="utf-8") as table:
    for row in csv.DictReader(table):
        fiso, fisr, seo, ser = (mpf(row[k]) for k in ("fiso", "fisr", "se_fiso", "se_fisr"))
        zo, zr, c = fiso / seo, fisr / ser, (seo / ser) ** 2
        p = sqrt(chance(sceptical_z(zo, zr, c), c))
        if zo * zr < 0:
            p = 1 - p
        print('"%s",%s' % (row["study"].replace('"', '""'), mp.nstr(p, 20)))
