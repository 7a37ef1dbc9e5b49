package eyebright.frame.sav;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives names that SPSS allows: at most 64 bytes, none of its own words, none twice.
///
/// The ids of a study are made of letters, digits, underscores and dots, all of which SPSS allows.
final class SavNames {

    private static final int LONGEST = 64;

    private static final Set<String> ITS_OWN =
            Set.of(
                    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to",
                    "with");

    private final Set<String> taken = new HashSet<>();

    /// The name of a column: the id, where it may be; else one that begins as it does.
    String name(String id) {
        String wanted = ITS_OWN.contains(id.toLowerCase(Locale.ROOT)) ? "q_" + id : id;
        String name = cut(wanted, LONGEST);
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String ending = "_" + number;
            name = cut(wanted, LONGEST - ending.length()) + ending;
        }
        return name;
    }

    /// The names of ids have one byte a character. None may end with a dot.
    private static String cut(String name, int most) {
        String cut = name.length() <= most ? name : name.substring(0, most);
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
