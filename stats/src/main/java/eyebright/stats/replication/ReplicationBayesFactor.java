package eyebright.stats.replication;

/// How many times as likely the new estimate is if the effect is as the published study left it than if there is none.
///
/// ```
/// BFr0 = φ(zr; zo √c, √(1 + c)) / φ(zr; 0, 1)        c = so² / sr²
/// ```
///
/// φ(x; m, s) is the normal density of mean m and standard deviation s. What the published study says of the
/// effect, a normal around its estimate with its error, is the prior.
///
/// Shape: two estimates on the same scale. Unit: none. Missing values: a published figure without an error has
/// none. Edge cases: it is kept as a logarithm, which is finite. Errors: as [NormalEstimate]. Sources:
/// Verhagen & Wagenmakers (2014) <https://doi.org/10.1037/a0036731>; Ly, Etz, Marsman & Wagenmakers (2019)
/// <https://doi.org/10.3758/s13428-018-1092-x>. Checked against R ReplicationSuccess, see
/// `ReplicationProjectsTest`.
public final class ReplicationBayesFactor {

    private ReplicationBayesFactor() {}

    /// The natural logarithm of the factor for the effect: above 0 speaks for it.
    public static double log(Replication pair) {
        double c = pair.varianceRatio();
        double zr = pair.replication().z();
        double away = zr - pair.original().z() * Math.sqrt(c);
        return zr * zr / 2 - away * away / (2 * (1 + c)) - Math.log1p(c) / 2;
    }
}
