package eyebright.respondents;

import eyebright.population.Figures;
import eyebright.population.Measure;

/// A wish of a population that nothing can meet together with its others.
///
/// @param name of what it is wished
/// @param what is wished, such as `alpha` or `points of gender.woman`
/// @param wished the number
/// @param nearest the nearest that was found
public record Gap(String name, String what, double wished, double nearest) {

    /// It in one sentence, in the numbers of `population.yaml`.
    public String says() {
        double unit = what.startsWith(Measure.POINTS.word() + " ") ? 100 : 1;
        return "population.yaml: %s (%s) cannot be %s beside all else; %s is the nearest that was found"
                .formatted(name, what, Figures.plain(unit * wished), rounded(unit * nearest));
    }

    private static String rounded(double number) {
        return Figures.plain(StrictMath.rint(number * 1000) / 1000);
    }
}
