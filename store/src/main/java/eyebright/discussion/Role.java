package eyebright.discussion;

import java.util.Arrays;
import java.util.Optional;

/// What somebody says they are.
public enum Role {
    /// Who gives therapy.
    THERAPIST("therapist"),
    /// Who is or was in therapy.
    CLIENT("client"),
    /// Therapist and client.
    BOTH("both"),
    /// Who does research.
    RESEARCHER("researcher"),
    /// Somebody else.
    OTHER("other");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /// As forms and the database write it.
    public String word() {
        return word;
    }

    /// The role of that word, if there is one.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
