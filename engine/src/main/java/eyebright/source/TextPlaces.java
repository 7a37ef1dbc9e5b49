package eyebright.source;

/// Where characters of a text file stand, for problems in files that are no YAML.
///
/// @param file the file's name inside the folder, such as `article.md`
/// @param text all of it
public record TextPlaces(String file, String text) {

    /// The place of a character.
    ///
    /// @param offset counted from 0, at most the length of the text
    public Place at(int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line =
                1
                        + Math.toIntExact(
                                text.substring(0, lineStart)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count());
        return new Place(file, line, 1 + text.codePointCount(lineStart, offset));
    }
}
