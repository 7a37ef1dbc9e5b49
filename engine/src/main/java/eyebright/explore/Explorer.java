package eyebright.explore;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.feedback.Alike;
import eyebright.feedback.Band;
import eyebright.feedback.Feedback;
import eyebright.feedback.Part;
import eyebright.feedback.Shown;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.plan.Lets;
import eyebright.plan.Published;
import eyebright.score.Scales;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells a respondent where she stands among all who answered.
///
/// Made once for a snapshot, which takes time with its size; after that each respondent takes none that could
/// be noticed. Nothing is told of others but counts that [Discretion] lets pass, and nothing at all before as
/// many have answered as the plan waits for. Comparisons with people alike are by one thing at a time: two
/// together would tell by their difference what either keeps back. Immutable, for any number of threads.
public final class Explorer {

    private final Feedback feedback;
    private final Scales scales;
    private final int respondents;
    private final GuessedShare guess;
    private final Map<Shown, Tallies> tallies = new LinkedHashMap<>();
    private final Map<Alike, List<BitSet>> groups = new LinkedHashMap<>();

    /// What all answered to one thing, and what each group did.
    private record Tallies(Tally all, Map<Alike, List<Tally>> groups) {}

    private Explorer(Feedback feedback, Scales scales, Frame others) {
        this.feedback = feedback;
        this.scales = scales;
        this.respondents = others.size();
        Frame made = made(others);
        feedback.alike().forEach(alike -> groups.put(alike, groups(alike, made)));
        for (Part part : feedback.parts()) {
            for (Shown shown : part.shows()) {
                tallies.put(shown, tallies(Answers.of(shown, made)));
            }
        }
        this.guess = GuessedShare.of(feedback, made);
    }

    /// Others to compare with.
    ///
    /// @param others the answers of a snapshot, neither scored nor with the numbers of the plan
    public static Explorer of(Feedback feedback, Scales scales, Frame others) {
        return new Explorer(feedback, scales, others);
    }

    private Frame made(Frame frame) {
        return Lets.added(feedback.lets(), scales.score(frame));
    }

    private Tallies tallies(Answers answers) {
        var byGroup = new LinkedHashMap<Alike, List<Tally>>();
        groups.forEach(
                (alike, rows) -> byGroup.put(alike, rows.stream().map(answers::tally).toList()));
        return new Tallies(answers.tally(), byGroup);
    }

    /// The rows of each option or stretch.
    private static List<BitSet> groups(Alike alike, Frame frame) {
        var groups = new ArrayList<BitSet>();
        switch (alike) {
            case Alike.SameAnswer(String id, String _, List<Option> options) -> {
                options.forEach(_ -> groups.add(new BitSet()));
                if (frame.column(id) instanceof Column.Choices choices) {
                    choices.answered().stream()
                            .forEach(row -> groups.get(choices.index(row)).set(row));
                }
            }
            case Alike.SameStretch stretch -> {
                stretch.from().forEach(_ -> groups.add(new BitSet()));
                Amounts amounts = stretch.number().amounts(frame);
                amounts.known().stream()
                        .filter(row -> stretch.stretch(amounts.value(row)) >= 0)
                        .forEach(row -> groups.get(stretch.stretch(amounts.value(row))).set(row));
            }
        }
        return List.copyOf(groups);
    }

    /// Where one respondent stands.
    ///
    /// @param me her answers alone: a frame of one row of the same questionnaire
    /// @param like by what she wants to be compared with people like herself; empty: with all only. What is no
    ///   such thing, or cannot be said of her, is no comparison
    /// @throws IllegalArgumentException if the frame has not one row
    public Explored explored(Frame me, Optional<String> like) {
        if (me.size() != 1) {
            throw new IllegalArgumentException("me must have 1 row, not " + me.size());
        }
        Frame mine = made(me);
        Optional<Group> group =
                feedback.alike().stream()
                        .filter(alike -> like.equals(Optional.of(alike.id())))
                        .flatMap(alike -> group(alike, mine).stream())
                        .findFirst();
        List<Explored.Part> parts =
                feedback.parts().stream()
                        .flatMap(part -> part(part, mine, group).stream())
                        .toList();
        return new Explored(guess.guessed(mine), parts, likes(mine));
    }

    /// One group the respondent is in.
    ///
    /// @param place of the option or the stretch
    private record Group(Alike alike, int place) {}

    private static Optional<Group> group(Alike alike, Frame mine) {
        List<BitSet> groups = groups(alike, mine);
        return IntStream.range(0, groups.size())
                .filter(place -> groups.get(place).get(0))
                .mapToObj(place -> new Group(alike, place))
                .findFirst();
    }

    private List<Explored.LikeMe> likes(Frame mine) {
        return feedback.alike().stream()
                .flatMap(alike -> group(alike, mine).stream())
                .map(
                        group ->
                                new Explored.LikeMe(
                                        group.alike().id(),
                                        group.alike().says(),
                                        isEnough(group)
                                                ? Explored.Enough.YES
                                                : Explored.Enough.NOT_YET))
                .toList();
    }

    private boolean isEnough(Group group) {
        int size = groups.getOrDefault(group.alike(), List.of()).get(group.place()).cardinality();
        int rest = respondents - size;
        return respondents >= feedback.enough()
                && size >= Feedback.FEWEST
                && (rest == 0 || rest >= Feedback.FEWEST);
    }

    private Optional<Explored.Part> part(Part part, Frame mine, Optional<Group> group) {
        List<Position> positions =
                part.shows().stream()
                        .flatMap(shown -> position(shown, mine, group).stream())
                        .toList();
        return positions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Explored.Part(part.id(), part.title(), part.intro(), positions));
    }

    private Optional<Position> position(Shown shown, Frame mine, Optional<Group> group) {
        Answers own = Answers.of(shown, mine);
        if (!own.answered().get(0) && isNotFor(shown, mine)) {
            return Optional.empty();
        }
        Mine answer =
                own.answered().get(0)
                        ? new Mine.Answered(own.cellsOf(0), says(shown, mine, own.cellsOf(0)))
                        : new Mine.Open(
                                isNotReached(shown, mine) ? Saying.NOT_REACHED : Saying.LEFT_OUT);
        Compared all = all(shown);
        Optional<Compared> alike =
                group.filter(_ -> respondents >= feedback.enough())
                        .filter(each -> !isChosenBy(each, shown))
                        .map(each -> alike(shown, each));
        List<String> labels = labels(shown);
        var others = new Others(labels, kind(shown), own.cellsOf(0));
        return Optional.of(
                new Position(
                        shown.asks(),
                        labels,
                        kind(shown),
                        answer,
                        all,
                        others.says(all),
                        alike,
                        alike.map(others::says).orElse(""),
                        note(shown)));
    }

    /// Whether all of the group answered the same to it, since that is what makes them one.
    private static boolean isChosenBy(Group group, Shown shown) {
        return reads(shown).anyMatch(name -> name.equals(group.alike().id()));
    }

    private Compared all(Shown shown) {
        if (respondents < feedback.enough()) {
            return new Compared.NotYet(feedback.enough(), published(shown));
        }
        Tally all = tallies(shown).all();
        Optional<List<Cell>> cells =
                shown.among().isEmpty()
                        ? Discretion.ofAll(all, kindOf(shown))
                        : Discretion.ofSome(all, kindOf(shown));
        return compared(cells, all.n(), "");
    }

    private Compared alike(Shown shown, Group group) {
        Tallies both = tallies(shown);
        Tally some = both.groups().getOrDefault(group.alike(), List.of()).get(group.place());
        Optional<List<Cell>> cells =
                isEnough(group)
                        ? Discretion.ofGroup(some, both.all(), kindOf(shown))
                        : Optional.empty();
        return compared(cells, some.n(), " " + group.alike().says());
    }

    private Compared compared(Optional<List<Cell>> cells, int n, String who) {
        return cells.isPresent()
                ? new Compared.Counted(Saying.people(n, feedback.people()) + who, n, cells.get())
                : new Compared.TooFew(feedback.people().many() + who);
    }

    private Tallies tallies(Shown shown) {
        Tallies of = tallies.get(shown);
        if (of == null) {
            throw new IllegalArgumentException("not shown here: " + shown.asks());
        }
        return of;
    }

    private static Answers.Kind kindOf(Shown shown) {
        return switch (shown) {
            case Shown.Amount _, Shown.TwoAmounts _ -> Answers.Kind.ONE;
            case Shown.TwoChoices _ -> Answers.Kind.ANY;
            case Shown.Choices choices ->
                    switch (choices.several()) {
                        case ONE -> Answers.Kind.ONE;
                        case ANY -> Answers.Kind.ANY;
                    };
        };
    }

    private static Position.Kind kind(Shown shown) {
        return switch (shown) {
            case Shown.Amount _ -> new Position.Kind.Bands();
            case Shown.Choices _ -> new Position.Kind.Options();
            case Shown.TwoAmounts _ -> new Position.Kind.TwoAmounts();
            case Shown.TwoChoices two ->
                    new Position.Kind.TwoLists(two.first().called(), two.second().called());
        };
    }

    private static List<String> labels(Shown shown) {
        return switch (shown) {
            case Shown.Amount amount -> amount.bands().stream().map(Band::says).toList();
            case Shown.Choices choices -> choices.options().stream().map(Option::label).toList();
            case Shown.TwoAmounts two ->
                    List.of(
                            "more " + two.first().called(),
                            "as much in both",
                            "more " + two.second().called());
            case Shown.TwoChoices two ->
                    Stream.concat(two.options().stream(), two.options().stream())
                            .map(Option::label)
                            .toList();
        };
    }

    private static List<Published> published(Shown shown) {
        return switch (shown) {
            case Shown.Amount amount -> amount.published();
            case Shown.Choices choices -> List.copyOf(choices.published().values());
            case Shown.TwoAmounts _, Shown.TwoChoices _ -> List.of();
        };
    }

    private static Optional<String> note(Shown shown) {
        return switch (shown) {
            case Shown.Amount amount -> amount.note();
            case Shown.Choices choices -> choices.note();
            case Shown.TwoAmounts two -> two.note();
            case Shown.TwoChoices two -> two.note();
        };
    }

    private static String says(Shown shown, Frame mine, List<Integer> cells) {
        return switch (shown) {
            case Shown.Amount amount -> Saying.mine(amount, amount.number().amounts(mine).value(0));
            case Shown.Choices choices -> Saying.chosen(choices, cells);
            case Shown.TwoAmounts two ->
                    Saying.mine(
                            two,
                            two.first().number().amounts(mine).value(0),
                            two.second().number().amounts(mine).value(0));
            case Shown.TwoChoices two -> Saying.mine(two, cells);
        };
    }

    /// Whether she was not asked, or it is not for her.
    private static boolean isNotFor(Shown shown, Frame mine) {
        return !Answers.isFor(shown.among(), mine).get(0)
                || hasStatus(shown, mine, Status.NOT_SHOWN);
    }

    private static boolean isNotReached(Shown shown, Frame mine) {
        return hasStatus(shown, mine, Status.NOT_REACHED);
    }

    /// Whether something it reads has that status.
    private static boolean hasStatus(Shown shown, Frame mine, Status status) {
        return reads(shown)
                .map(mine.columns()::get)
                .anyMatch(column -> column != null && column.status(0) == status);
    }

    private static Stream<String> reads(Shown shown) {
        return switch (shown) {
            case Shown.Amount amount -> reads(amount.number());
            case Shown.Choices choices -> Stream.of(choices.question());
            case Shown.TwoAmounts two ->
                    Stream.concat(reads(two.first().number()), reads(two.second().number()));
            case Shown.TwoChoices two -> Stream.of(two.first().question(), two.second().question());
        };
    }

    private static Stream<String> reads(Expression expression) {
        return expression.variables().stream();
    }
}
