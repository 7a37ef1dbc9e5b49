package eyebright.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words that codes are made of: easy, kind, and told apart by their first four letters.
final class Words {

    /// In alphabetical order; 2,048, so that a word carries 11 bits.
    static final List<String> ALL = read();

    private static final Set<String> KNOWN = new HashSet<>(ALL);

    /// A word further away than this is another word, not a slip.
    private static final int FURTHEST = 2;

    private static final int MOST_SUGGESTED = 3;

    private Words() {}

    static boolean has(String word) {
        return KNOWN.contains(word);
    }

    /// The words a slip of the finger or of the ear away from `typed`: the nearest, at most three.
    static List<String> nearest(String typed) {
        record Near(String word, int distance) {}
        List<Near> near =
                ALL.stream()
                        // Letters too many or too few are slips as well. Anybody may ask, as
                        // often as they like: this saves most of the work.
                        .filter(word -> Math.abs(word.length() - typed.length()) <= FURTHEST)
                        .map(word -> new Near(word, distance(typed, word)))
                        .filter(candidate -> candidate.distance() <= FURTHEST)
                        .sorted(Comparator.comparingInt(Near::distance))
                        .toList();
        return near.stream()
                .filter(candidate -> candidate.distance() == near.getFirst().distance())
                .map(Near::word)
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /// Letters to change, add, drop or swap with their neighbour until `a` is `b`.
    static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(
                                rows[i - 1][j - 1] + change,
                                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = least;
            }
        }
        return rows[a.length()][b.length()];
    }

    private static List<String> read() {
        try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is not in the jar of the store");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
