package eyebright.disclosure;

import java.util.List;

/// What it took to publish answers row by row, and what it came to.
///
/// @param respondents how many respondents there are
/// @param published how many rows are published: all of them, none where they are too few, or those that an earlier version had
///   where those who joined are too few
/// @param fewest how many rows at least had to share a combination
/// @param treatments what was done to each variable, in the order of the questionnaire
/// @param asAnswered how respondents shared combinations as they answered
/// @param coarser how they did in bands and groups
/// @param reached how they do in what is published
public record DisclosureReport(
        int respondents,
        int published,
        int fewest,
        List<Treatment> treatments,
        Sharing asAnswered,
        Sharing coarser,
        Sharing reached) {

    public DisclosureReport {
        treatments = List.copyOf(treatments);
    }

    /// How many cells of identifying variables are withheld.
    public int withheldOfIdentifying() {
        return withheld(Treatment.Identifies.YES);
    }

    /// How many cells of other variables are withheld, since they would tell those.
    public int withheldOfOthers() {
        return withheld(Treatment.Identifies.NO);
    }

    private int withheld(Treatment.Identifies identifies) {
        return treatments.stream()
                .filter(each -> each.identifies() == identifies)
                .mapToInt(Treatment::withheld)
                .sum();
    }

    /// The names of the variables by which somebody could be found.
    public List<String> identifying() {
        return treatments.stream()
                .filter(each -> each.identifies() == Treatment.Identifies.YES)
                .map(Treatment::variable)
                .toList();
    }

    /// The report in sentences, a paragraph a line.
    public String text() {
        return DisclosureText.of(this);
    }
}
