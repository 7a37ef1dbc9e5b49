package eyebright.stats.correlation;

/// Determinants of correlation matrices: 0 where an answer follows from the others, never negative for
/// correlations of the same respondents.
final class Determinants {

    private Determinants() {}

    static double ofThree(double r12, double r13, double r23) {
        return 1 - r12 * r12 - r13 * r13 - r23 * r23 + 2 * r12 * r13 * r23;
    }

    static double ofFour(double r12, double r13, double r14, double r23, double r24, double r34) {
        // Answers 2 to 4 less what answer 1 says of them, then a determinant of three.
        double a = 1 - r12 * r12;
        double b = 1 - r13 * r13;
        double c = 1 - r14 * r14;
        double ab = r23 - r12 * r13;
        double ac = r24 - r12 * r14;
        double bc = r34 - r13 * r14;
        return a * b * c + 2 * ab * ac * bc - a * bc * bc - b * ac * ac - c * ab * ab;
    }
}
