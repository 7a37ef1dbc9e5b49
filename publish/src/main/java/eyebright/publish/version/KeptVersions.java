package eyebright.publish.version;

import eyebright.publish.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The versions that a site keeps of a study: folders `1`, `2`, … in one, each written once and never changed. One at a time
/// may add; whoever reads meanwhile sees a version whole or not at all.
public final class KeptVersions {

    private static final String NUMBER = "[1-9][0-9]{0,5}";
    private static final long MOST_BYTES = 8_000_000;

    private final Path folder;
    private final String study;

    private KeptVersions(Path folder, String study) {
        this.folder = folder;
        this.study = study;
    }

    /// Those of a study.
    ///
    /// @param published the folder `published` of a site's data; it need not be there
    public static KeptVersions of(Path published, String study) {
        return new KeptVersions(published.resolve(study), study);
    }

    /// A version as it is kept.
    ///
    /// @param version what it says of itself
    /// @param files every file of it by its path below the version's folder, with `/` between: what is not here is not there
    public record Kept(Version version, SortedMap<String, Path> files) {
        public Kept {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    /// All versions that read.
    ///
    /// @param versions the oldest first
    /// @param faults what is wrong with the others: sentences for the operator
    public record Listing(List<Kept> versions, List<String> faults) {
        public Listing {
            versions = List.copyOf(versions);
            faults = List.copyOf(faults);
        }

        /// The newest; empty if there is none.
        public Optional<Kept> latest() {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }

        /// The one of that number.
        public Optional<Kept> version(int number) {
            return versions.stream().filter(each -> each.version().number() == number).findFirst();
        }
    }

    /// Reads all of them.
    public Listing list() throws IOException {
        var versions = new ArrayList<Kept>();
        var faults = new ArrayList<String>();
        for (int number : numbers()) {
            Path kept = folder.resolve(Integer.toString(number));
            switch (read(kept)) {
                case VersionJson.Reading.None _ -> faults.add(fault(number, "it is not there"));
                case VersionJson.Reading.Fault(String why) -> faults.add(fault(number, why));
                case VersionJson.Reading.Read(Version version) -> {
                    if (version.number() == number && version.study().equals(study)) {
                        try {
                            versions.add(new Kept(version, files(kept)));
                        } catch (UncheckedIOException unreadable) {
                            faults.add(fault(number, "a folder of it cannot be read"));
                        }
                    } else {
                        faults.add(
                                fault(
                                        number,
                                        "it says that it is number %d of %s"
                                                .formatted(version.number(), version.study())));
                    }
                }
            }
        }
        return new Listing(versions, faults);
    }

    private String fault(int number, String why) {
        return "version %d of %s is not shown: %s of it does not read, %s"
                .formatted(number, study, Version.FILE, why);
    }

    /// The number that the next will have: one more than that of any folder that is there, whether it reads or not.
    public int next() throws IOException {
        return numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /// Adds a version: it is written beside and moved to its place when it is whole.
    ///
    /// @param number must be [#next()]
    /// @param content writes the folder, with its [Version#FILE]
    /// @throws IllegalStateException if there is one of that number
    public void add(int number, OutputFolder.Content content) throws IOException {
        Path place = folder.resolve(Integer.toString(number));
        if (number != next() || Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalStateException(
                    "number must be %d, that of the next version, not %d"
                            .formatted(next(), number));
        }
        OutputFolder.of(place, study).write(content);
    }

    private List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> each.getFileName().toString())
                    .filter(name -> name.matches(NUMBER))
                    .map(Integer::valueOf)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /// What a published folder says of itself.
    ///
    /// @param published a folder
    public static VersionJson.Reading read(Path published) throws IOException {
        Path file = published.resolve(Version.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new VersionJson.Reading.None();
        }
        if (Files.size(file) > MOST_BYTES) {
            return new VersionJson.Reading.Fault("it is too large");
        }
        try {
            return VersionJson.read(Files.readString(file));
        } catch (java.nio.charset.CharacterCodingException notText) {
            return new VersionJson.Reading.Fault("it is no UTF-8");
        }
    }

    /// Links are not followed, so that nothing outside is ever among them.
    private static SortedMap<String, Path> files(Path kept) throws IOException {
        var files = new TreeMap<String, Path>();
        try (Stream<Path> all = Files.walk(kept)) {
            all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> !each.getFileName().toString().equals(OutputFolder.MARK))
                    .forEach(
                            each -> {
                                Path below = kept.relativize(each);
                                files.put(below.toString().replace('\\', '/'), each);
                            });
        }
        return files;
    }
}
