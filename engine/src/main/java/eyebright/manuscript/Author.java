package eyebright.manuscript;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who wrote an article, or made what is published with it.
///
/// @param name as it is printed: given names, then the family name
/// @param family the family name, which a citation begins with
/// @param affiliation where they work
/// @param orcid as four groups of four digits, such as `0000-0002-1825-0097`
public record Author(
        String name, String family, Optional<String> affiliation, Optional<String> orcid) {

    private static final Pattern ORCID = Pattern.compile("([0-9]{4}-){3}[0-9]{3}[0-9X]");

    public Author {
        if (orcid.filter(each -> !isOrcid(each)).isPresent()) {
            throw new IllegalArgumentException(
                    "orcid must be like 0000-0002-1825-0097, its last digit fitting the others, not "
                            + orcid.get());
        }
    }

    /// Somebody of whom nothing but the name is known.
    public static Author of(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of an author must not be blank");
        }
        return new Author(name, familyOf(name), Optional.empty(), Optional.empty());
    }

    /// The family name where nobody says which it is: the last word.
    static String familyOf(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /// Whether a text is an ORCID: its last digit is that of ISO 7064, modulus 11-2, so that one mistyped digit is found.
    static boolean isOrcid(String text) {
        return ORCID.matcher(text).matches() && checkDigit(text) == text.charAt(text.length() - 1);
    }

    private static char checkDigit(String orcid) {
        int total = 0;
        for (char each : orcid.replace("-", "").substring(0, 15).toCharArray()) {
            total = (total + each - '0') * 2 % 11;
        }
        int digit = (12 - total) % 11;
        return digit == 10 ? 'X' : (char) ('0' + digit);
    }
}
