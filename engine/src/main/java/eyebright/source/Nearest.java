package eyebright.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word nearest to an unknown one, for problems that name it.
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /// The known word with the fewest single-letter changes, if these are at most a third of its
    /// letters; the first in order of the alphabet among equals.
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= 3)
                .filter(candidate -> changes(word, candidate) <= Math.max(1, word.length() / 3))
                .min(
                        Comparator.comparingInt((String candidate) -> changes(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The Levenshtein distance.
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
