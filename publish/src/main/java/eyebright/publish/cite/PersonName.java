package eyebright.publish.cite;

import eyebright.manuscript.Author;

/// A name as references divide it.
sealed interface PersonName {

    /// Of a person.
    ///
    /// @param given all but the family name
    record Divided(String family, String given) implements PersonName {}

    /// Of a group, or of somebody with one name.
    record Whole(String name) implements PersonName {}

    /// The parts of an author's name: what stands before or behind the family name is the given one.
    static PersonName of(Author author) {
        String name = author.name();
        String family = author.family();
        if (family.isEmpty() || name.equals(family)) {
            return new Whole(name);
        }
        if (name.endsWith(" " + family)) {
            return new Divided(family, name.substring(0, name.length() - family.length()).strip());
        }
        if (name.startsWith(family + " ")) {
            return new Divided(family, name.substring(family.length()).strip());
        }
        return new Whole(name);
    }
}
