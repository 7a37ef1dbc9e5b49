package eyebright.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the rows that went out were told: what is kept in the house, so that a later version tells them as they stood.
///
/// Rows that went out first in one version are a batch. A row belongs to those of its batch that tell the same
/// combination with the same cells withheld, of which there are enough; when one of these has to go, others of them go
/// too. Not to be published: it names respondents.
///
/// @param rules what was declared when the first of them went out, as [PublicData#fingerprint]; empty if none did
/// @param rows by the id of the respondent
public record Ledger(String rules, SortedMap<String, Row> rows) {

    /// Nothing went out yet.
    public static final Ledger NONE = new Ledger("", Collections.emptySortedMap());

    public Ledger {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /// How one row was told.
    ///
    /// @param batch a number that no other batch has
    /// @param withheld the identifying variables of which the cell is withheld, a bit each in their declared order
    /// @param combination a number that no other combination of the batch has
    public record Row(long batch, int withheld, int combination) {}
}
