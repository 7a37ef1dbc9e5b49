package eyebright.manuscript;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.YamlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines between two `---` at the head of an article, which are YAML.
final class FrontReader {

    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\n(.*?\\n)?---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

    /// The form in which DOIs have been given since 2008, as Crossref recommends to look for them.
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[-._;()/:A-Za-z0-9]{1,200}");

    private final String file;
    private final Collection<String> references;
    private final Problems problems;

    private FrontReader(String file, Collection<String> references, Problems problems) {
        this.file = file;
        this.references = references;
        this.problems = problems;
    }

    /// How many characters the head of a file has; 0 if it has none.
    static int length(String text) {
        Matcher front = FRONT.matcher(text);
        return front.find() ? front.end() : 0;
    }

    /// The head of a file; empty if it has none or a wrong one, and then a problem says so.
    ///
    /// @param references the keys of the bibliography
    static Optional<Front> read(
            String file, String text, Collection<String> references, Problems problems) {
        return new FrontReader(file, references, problems).read(text);
    }

    private Optional<Front> read(String text) {
        Matcher front = FRONT.matcher(text);
        if (!front.find()) {
            problems.add(
                    Rule.MISSING_KEY,
                    Place.start(file),
                    "%s must begin with its title between two lines of ---".formatted(file),
                    "begin with three lines: --- and title: and ---");
            return Optional.empty();
        }
        // With its first line, so that places are those of the file.
        return YamlFile.read(
                        file, "---\n" + Optional.ofNullable(front.group(1)).orElse(""), problems)
                .flatMap(node -> Fields.of("the head of " + file, node, problems))
                .flatMap(this::front);
    }

    private Optional<Front> front(Fields fields) {
        Optional<String> title = fields.requiredText("title");
        Optional<String> summary = fields.text("summary");
        var authors = new ArrayList<Author>();
        fields.list("authors")
                .forEach(
                        node ->
                                Fields.of("an author", node, problems)
                                        .flatMap(this::author)
                                        .ifPresent(authors::add));
        List<String> keywords =
                fields.scalars("keywords").stream().map(Node.Scalar::value).toList();
        Optional<String> licence = fields.text("licence");
        Optional<String> doi = fields.scalar("doi").filter(this::isDoi).map(Node.Scalar::value);
        Optional<String> repeats =
                fields.scalar("repeats").filter(this::isReference).map(Node.Scalar::value);
        fields.finish();
        return title.map(
                each -> new Front(each, summary, authors, keywords, licence, doi, repeats));
    }

    private boolean isDoi(Node.Scalar scalar) {
        if (DOI.matcher(scalar.value()).matches()) {
            return true;
        }
        problems.add(
                Rule.WRONG_DOI,
                scalar.place(),
                "doi must be a DOI such as 10.1037/a0031384, not \"%s\""
                        .formatted(Fields.shortened(scalar.value())),
                "write what stands behind https://doi.org/, or delete the line");
        return false;
    }

    private boolean isReference(Node.Scalar scalar) {
        if (references.contains(scalar.value())) {
            return true;
        }
        problems.add(
                Rule.UNKNOWN_REFERENCE,
                scalar.place(),
                "%s holds no \"%s\"".formatted(Bibliography.FILE, Fields.shortened(scalar.value()))
                        + Nearest.to(scalar.value(), references)
                                .map("; nearest is \"%s\""::formatted)
                                .orElse(""),
                Nearest.to(scalar.value(), references)
                        .map(near -> "write " + near)
                        .orElse("add it to " + Bibliography.FILE));
        return false;
    }

    private Optional<Author> author(Fields fields) {
        Optional<String> name = fields.requiredText("name");
        Optional<String> family = fields.text("family");
        Optional<String> affiliation = fields.text("affiliation");
        Optional<Node.Scalar> orcid = fields.scalar("orcid");
        orcid.filter(each -> !Author.isOrcid(each.value()))
                .ifPresent(
                        each ->
                                fields.wrongValue(
                                        "orcid",
                                        each,
                                        "an ORCID whose last digit fits the others, such as 0000-0002-1825-0097"));
        fields.finish();
        return name.map(
                each ->
                        new Author(
                                each,
                                family.orElseGet(() -> Author.familyOf(each)),
                                affiliation,
                                orcid.map(Node.Scalar::value).filter(Author::isOrcid)));
    }
}
