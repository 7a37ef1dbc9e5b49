package eyebright.freeze;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A plan and a questionnaire as they were frozen once: an entry of `frozen/`.
///
/// @param entry what is hashed and stamped
/// @param plan the canonical text of the plan, whole
/// @param questionnaire the canonical text of the questionnaire, whole
/// @param stamp what a time stamp says of the entry, if one is attached and is of it
/// @param links where else it was registered, as the researcher says: not looked up
public record Freeze(
        FreezeEntry entry,
        String plan,
        String questionnaire,
        Optional<TimeStamp> stamp,
        List<String> links) {

    public Freeze {
        links = List.copyOf(links);
    }

    /// Its place in the chain, from 1.
    public int number() {
        return entry.number();
    }

    /// The day on which it was frozen, as the machine that did it says.
    public LocalDate day() {
        return entry.day();
    }

    /// SHA-256, in hex, of the text of its entry: what the next entry names and a time stamp is of.
    public String hash() {
        return entry.hash();
    }
}
