package eyebright.publish.data;

import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.manuscript.Author;
import eyebright.study.Study;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The first file somebody opens: what is here, in plain words.
final class ReadMe {

    private static final int WIDTH = 88;

    private ReadMe() {}

    /// The text of `README.txt`.
    ///
    /// @param files all others
    static String of(Release release, List<FileFacts> files) {
        Study study = release.dataset().study();
        Frame frame = release.dataset().frame();
        var text = new StringBuilder();
        String title = line(study.title());
        text.append(title).append('\n').append("=".repeat(title.codePointCount(0, title.length())));
        text.append("\n\n");
        paragraph(text, release.description());
        if (frame.origin() instanceof Origin.Rehearsed(String mark)) {
            paragraph(
                    text,
                    "THESE RESPONDENTS ARE REHEARSED (%s). Nobody answered; they were made up to try the study."
                            .formatted(mark));
        }
        paragraph(
                text,
                "%s. Version %s of %s."
                        .formatted(
                                release.authors().stream()
                                        .map(ReadMe::author)
                                        .collect(Collectors.joining("; ")),
                                release.about().version(),
                                release.about().day()));
        paragraph(text, respondents(frame));
        heading(text, "The files");
        int longest = files.stream().mapToInt(file -> file.path().length()).max().orElse(0);
        for (FileFacts file : files) {
            text.append(file.path()).append(" ".repeat(longest + 2 - file.path().length()));
            text.append(file.is()).append('\n');
        }
        heading(text, "Cells without an answer");
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                text.append("%-15s %s\n".formatted(status.token(), status.meaning()));
            }
        }
        if (release.removed().isPresent()) {
            heading(text, "What was taken out, so that nobody can be recognised");
            for (String paragraph : release.removed().get().split("\n\n", -1)) {
                paragraph(text, paragraph);
            }
            paragraph(
                    text,
                    "Numbers of these rows therefore differ here and there from the study's own, which rest on"
                            + " all answers as they were given. %s has both."
                                    .formatted(PackageNames.NUMBERS));
        }
        heading(text, "To compute every number again");
        paragraph(text, "Rscript " + PackageNames.SCRIPT);
        paragraph(
                text,
                "It prints PASS or FAIL for each number. It needs R and its package MASS, and nothing of ours.");
        heading(text, "To see that nothing was changed");
        paragraph(text, "sha256sum -c " + PackageNames.CHECKSUMS);
        heading(text, "To use and to cite");
        paragraph(text, LicenceText.inShort(release));
        paragraph(text, "Questions: " + study.consent().contact());
        return text.toString().stripTrailing() + "\n";
    }

    private static String author(Author author) {
        return author.name() + author.affiliation().map(where -> " (" + where + ")").orElse("");
    }

    private static String respondents(Frame frame) {
        String counted =
                frame.size() == 1
                        ? "1 respondent counts."
                        : "%d respondents count.".formatted(frame.size());
        if (frame.excluded().isEmpty()) {
            return counted;
        }
        return counted
                + " Who does not: "
                + frame.excluded().entrySet().stream()
                        .map(
                                (Map.Entry<String, Integer> each) ->
                                        each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static void heading(StringBuilder text, String heading) {
        if (text.charAt(text.length() - 2) != '\n') {
            text.append('\n');
        }
        text.append(heading).append('\n').append("-".repeat(heading.length())).append('\n');
    }

    /// Words in lines that a terminal shows.
    static void paragraph(StringBuilder text, String words) {
        int at = 0;
        for (String word : line(words).split(" +", -1)) {
            if (at > 0 && at + 1 + word.length() > WIDTH) {
                text.append('\n');
                at = 0;
            } else if (at > 0) {
                text.append(' ');
                at++;
            }
            text.append(word);
            at += word.length();
        }
        text.append("\n\n");
    }

    /// A text on one line, without what a terminal would obey.
    static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString().strip();
    }
}
