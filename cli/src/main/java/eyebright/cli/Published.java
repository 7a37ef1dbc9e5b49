package eyebright.cli;

import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Release;
import eyebright.publish.version.Edition;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was published, as it is told.
///
/// @param edition what went out
/// @param hasArticle whether an article did
/// @param files what was written
record Published(Edition edition, boolean hasArticle, List<FileFacts> files) {

    Published {
        files = List.copyOf(files);
    }

    /// A line a file, under one that says of whom.
    String text() {
        var text = new StringBuilder();
        Release release = edition.release();
        var frame = release.dataset().frame();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s %s of %s: %,d %srespondents\n",
                        release.dataset().study().name(),
                        release.about().version(),
                        release.about().day(),
                        frame.size(),
                        frame.origin().kind().equals("real") ? "" : "rehearsed "));
        int longest = files.stream().mapToInt(file -> file.path().length()).max().orElse(0);
        for (FileFacts file : files) {
            text.append("  ").append(file.path());
            text.append(" ".repeat(longest + 2 - file.path().length()));
            text.append(file.is()).append('\n');
        }
        return text.toString();
    }

    /// One object, without times.
    String json() {
        var mapper = JsonMapper.builder().build();
        Release release = edition.release();
        var frame = release.dataset().frame();
        ObjectNode root = mapper.createObjectNode();
        root.put("study", release.dataset().study().name());
        root.put("number", edition.version().number());
        root.put("version", release.about().version());
        root.put("day", release.about().day().toString());
        release.about()
                .licence()
                .ifPresentOrElse(
                        licence -> root.put("licence", licence.id()),
                        () -> root.putNull("licence"));
        root.putObject("data")
                .put("kind", frame.origin().kind())
                .put("hash", frame.hash())
                .put("respondents", frame.size());
        release.removed()
                .ifPresentOrElse(
                        removed -> root.put("removed", removed), () -> root.putNull("removed"));
        root.put("article", hasArticle);
        ArrayNode changed = root.putArray("changed");
        edition.version().changed().forEach(changed::add);
        ArrayNode all = root.putArray("files");
        for (FileFacts file : files) {
            all.addObject()
                    .put("path", file.path())
                    .put("is", file.is())
                    .put("bytes", file.bytes())
                    .put("sha256", file.hash());
        }
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return mapper.writer().with(printer).writeValueAsString(root) + "\n";
    }
}
