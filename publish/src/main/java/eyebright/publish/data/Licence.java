package eyebright.publish.data;

import java.util.Locale;
import java.util.Optional;

/// What others may do with data, as archives name it.
public enum Licence {
    /// Anything: the makers keep no rights.
    CC0(
            "CC0-1.0",
            "Creative Commons Zero 1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "You may copy, change and share these data, for any purpose, without asking. The people who made them"
                    + " give up their rights in them as far as the law allows. Please cite them all the same: it is"
                    + " how others find where a number comes from."),
    /// Anything, if the makers are named.
    CC_BY(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
            "You may copy, change and share these data, for any purpose, without asking, as long as you name the"
                    + " people who made them, link to the licence, and say what you changed.");

    private final String id;
    private final String title;
    private final String address;
    private final String words;

    Licence(String id, String title, String address, String words) {
        this.id = id;
        this.title = title;
        this.address = address;
        this.words = words;
    }

    /// The licence that an author calls so: `CC BY 4.0`, `cc-by`, `CC0`; empty if data cannot be given under it here.
    public static Optional<Licence> called(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return switch (letters) {
            case "CC0", "CC010" -> Optional.of(CC0);
            case "CCBY", "CCBY40" -> Optional.of(CC_BY);
            default -> Optional.empty();
        };
    }

    /// Its identifier in the list of SPDX.
    public String id() {
        return id;
    }

    /// Its full name.
    public String title() {
        return title;
    }

    /// Where its text stands.
    public String address() {
        return address;
    }

    /// What it means, in plain words, which do not replace its text.
    String words() {
        return words;
    }
}
