package eyebright.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The known word nearest to an unknown one, for problems that name it.
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /// The known word with the fewest single-letter changes, if these are at most a third of its
    /// letters; the first in order of the alphabet among equals. Where known words begin with the same
    /// name and dot, such as `traits.`, only what follows is compared, or every item of a question would
    /// be near every other.
    public static Optional<String> to(String word, Collection<String> known) {
        String begin = word.substring(0, word.lastIndexOf('.') + 1);
        List<String> ends =
                known.stream()
                        .filter(candidate -> candidate.startsWith(begin))
                        .map(candidate -> candidate.substring(begin.length()))
                        .toList();
        return ends.isEmpty()
                ? among(word, known)
                : among(word.substring(begin.length()), ends).map(begin::concat);
    }

    private static Optional<String> among(String word, Collection<String> known) {
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

    /// The Levenshtein distance, in which two neighbours that changed places are one change.
    private static int changes(String a, String b) {
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    changes[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int fewest = Math.min(changes[i - 1][j], changes[i][j - 1]) + 1;
                fewest = Math.min(fewest, changes[i - 1][j - 1] + change);
                boolean isSwap =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                changes[i][j] = isSwap ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
            }
        }
        return changes[a.length()][b.length()];
    }
}
