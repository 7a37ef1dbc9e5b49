package eyebright.chart;

/// What a picture needs to know of the page it goes to.
///
/// @param id begins the ids inside the picture; two pictures of one page need two
/// @param origin where the answers come from
public record Style(String id, Origin origin) {

    public Style {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
            throw new IllegalArgumentException(
                    "id must be 1 to 100 letters, digits, _ or -, beginning with a letter, not \"%s\""
                            .formatted(id));
        }
    }
}
