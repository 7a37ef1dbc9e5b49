package eyebright.source;

/// A place in a file of a study folder, as exactly as the parser knows it.
///
/// @param file the file's name inside the folder, such as `plan.yaml`, or the folder itself
/// @param line counted from 1
/// @param column counted from 1
public record Place(String file, int line, int column) implements Comparable<Place> {

    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "line and column of a place must be 1 or more, not %d:%d"
                            .formatted(line, column));
        }
    }

    /// The first character of a file.
    public static Place start(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /// `file:line:column`, as editors and compilers write it.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
