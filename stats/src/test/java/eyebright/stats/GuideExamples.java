package eyebright.stats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The Java of a guide: compiled as one class, each example a method of it, and run.
///
/// A `java` block that a `text` block follows is an example, and the text is what it prints. Any other is
/// a declaration that the examples use.
final class GuideExamples {

    private static final Pattern BLOCK =
            Pattern.compile("```java\\n(.*?)```\\n(?:```text\\n(.*?)```\\n)?", Pattern.DOTALL);

    private static final List<String> PACKAGES =
            List.of(
                    "java.util",
                    "java.util.stream",
                    "eyebright.stats",
                    "eyebright.stats.bayes",
                    "eyebright.stats.careless",
                    "eyebright.stats.correlation",
                    "eyebright.stats.distribution",
                    "eyebright.stats.equivalence",
                    "eyebright.stats.family",
                    "eyebright.stats.formula",
                    "eyebright.stats.matrix",
                    "eyebright.stats.mean",
                    "eyebright.stats.missing",
                    "eyebright.stats.model",
                    "eyebright.stats.posterior",
                    "eyebright.stats.power",
                    "eyebright.stats.rank",
                    "eyebright.stats.reference",
                    "eyebright.stats.reliability",
                    "eyebright.stats.replication",
                    "eyebright.stats.resampling",
                    "eyebright.stats.table",
                    "eyebright.stats.weighting");

    private GuideExamples() {}

    /// An example and what it is said to print.
    record Example(String heading, String code, String text) {}

    static List<Example> of(String guide) {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            if (block.group(2) != null) {
                int heading = guide.lastIndexOf("\n### ", block.start()) + 5;
                examples.add(
                        new Example(
                                guide.substring(heading, guide.indexOf('\n', heading)),
                                block.group(1),
                                block.group(2)));
            }
        }
        return examples;
    }

    /// What each example of the guide prints, in their order.
    static List<String> run(String guide, Path classes) throws Exception {
        List<Example> examples = of(guide);
        compile(source(guide, examples), classes);
        List<String> printed = new ArrayList<>();
        try (var loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()},
                        GuideExamples.class.getClassLoader())) {
            Class<?> compiled = loader.loadClass("Guide");
            for (int i = 0; i < examples.size(); i++) {
                var bytes = new ByteArrayOutputStream();
                try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
                    compiled.getField("out").set(null, out);
                    compiled.getMethod("example" + i).invoke(null);
                }
                printed.add(bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
            }
        }
        return printed;
    }

    /// The guide with what was printed in place of what it says.
    static String with(String guide, List<String> printed) {
        var remade = new StringBuilder();
        Matcher block = BLOCK.matcher(guide);
        int next = 0;
        while (block.find()) {
            String whole = block.group();
            if (block.group(2) != null) {
                whole =
                        "```java\n%s```\n```text\n%s```\n"
                                .formatted(block.group(1), printed.get(next));
                next++;
            }
            block.appendReplacement(remade, Matcher.quoteReplacement(whole));
        }
        block.appendTail(remade);
        return remade.toString();
    }

    private static String source(String guide, List<Example> examples) {
        var source = new StringBuilder();
        PACKAGES.forEach(each -> source.append("import ").append(each).append(".*;\n"));
        source.append(
                "public class Guide {\npublic static java.io.PrintStream out = System.out;\n");
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            if (block.group(2) == null) {
                source.append(block.group(1));
            }
        }
        for (int i = 0; i < examples.size(); i++) {
            source.append(
                    "public static void example%d() {\n%s}\n".formatted(i, examples.get(i).code()));
        }
        return source.append("}\n").toString();
    }

    private static void compile(String source, Path classes) throws IOException {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        boolean compiled =
                compiler.getTask(
                                null,
                                null,
                                diagnostics,
                                List.of("-d", classes.toString(), "-cp", path, "-proc:none"),
                                null,
                                List.of(new Source(source)))
                        .call();
        if (!compiled) {
            List<String> lines = source.lines().toList();
            var faults = new StringBuilder("the examples of the guide do not compile:");
            for (var each : diagnostics.getDiagnostics()) {
                int line = (int) Math.max(1, each.getLineNumber());
                faults.append('\n')
                        .append(each.getMessage(null))
                        .append('\n')
                        .append(lines.get(line - 1));
            }
            throw new IllegalStateException(faults.toString());
        }
    }

    /// A source that is in memory only.
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Guide.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
