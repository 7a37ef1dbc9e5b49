package eyebright.stats.laws;

import java.util.stream.Stream;

/// Every statistic there is, as the laws see it.
final class Statistics {

    private Statistics() {}

    static Stream<Statistic> all() {
        return Stream.of(
                        OfScores.all(),
                        OfPairsOfScores.all(),
                        OfTables.all(),
                        OfItems.all(),
                        Regression.all(),
                        OfModels.all(),
                        OfPosteriors.all())
                .flatMap(each -> each);
    }

    static Statistic named(String name) {
        return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
