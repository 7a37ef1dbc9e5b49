package eyebright.freeze;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// How a plan stands to what was frozen.
///
/// @param day on which the decisive entry was frozen, as the machine that did it says
/// @param number of the decisive entry (see [Frozen#decisive])
/// @param freezes how many entries there are
/// @param answers how many people had answered when it was frozen
/// @param planHash of the plan frozen then
/// @param hash of the entry
/// @param stamp what a time stamp says of the entry
/// @param links where else it was registered, as the researcher says: not looked up
/// @param planned ids of the claims that stand as they were frozen, with all scales, flags and numbers they
///   read
/// @param deviations what has changed since
/// @param begun when the people of these data began; absent where the data do not tell, as a table
public record Standing(
        LocalDate day,
        int number,
        int freezes,
        int answers,
        String planHash,
        String hash,
        Optional<TimeStamp> stamp,
        List<String> links,
        Set<String> planned,
        List<Deviation> deviations,
        Optional<Begun> begun) {

    public Standing {
        links = List.copyOf(links);
        planned = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(planned));
        deviations = List.copyOf(deviations);
    }

    /// This standing for data of which it is known when the people began.
    public Standing with(Begun known) {
        return new Standing(
                day,
                number,
                freezes,
                answers,
                planHash,
                hash,
                stamp,
                links,
                planned,
                deviations,
                Optional.of(known));
    }

    /// Whether a claim is planned: it stands as it was frozen, and was so before the first answer. A plan frozen
    /// after answers makes claims planned only where every answer carries the hash of that same plan.
    public boolean isPlanned(String claim) {
        return planned.contains(claim)
                && (answers == 0 || begun.filter(Begun::isAllAfter).isPresent());
    }

    /// What has changed of one claim.
    public List<Deviation> deviationsOf(String claim) {
        return deviations.stream().filter(each -> each.concerns().contains(claim)).toList();
    }

    /// When, in a few words, such as `frozen 2026-11-22`.
    public String inShort() {
        return "frozen "
                + day
                + switch (answers) {
                    case 0 -> "";
                    case 1 -> ", after 1 answer";
                    default -> ", after %,d answers".formatted(answers);
                }
                + switch (deviations.size()) {
                    case 0 -> "";
                    case 1 -> "; 1 change since";
                    default -> "; %,d changes since".formatted(deviations.size());
                };
    }

    /// When the people of the data began, in a sentence; empty where the data do not tell.
    ///
    /// @param number how a number of people is written
    public Optional<String> order(IntFunction<String> number) {
        return begun.map(each -> each.inWords(answers, number));
    }

    /// Who says when, in a sentence.
    public String confirmed() {
        return stamp.map(TimeStamp::inWords)
                .orElse("The date is the researchers' own; no time stamp confirms it.");
    }
}
