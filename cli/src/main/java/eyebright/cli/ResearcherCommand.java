package eyebright.cli;

import eyebright.desk.Researcher;
import eyebright.desk.Researchers;
import eyebright.desk.Token;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says who may sit at the desk of a site. Works beside `serve`, and before it.
@Command(
        name = "researcher",
        description = "Who may sit at the desk of a site: accounts, and links that set them up.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add|list|remove|reset",
        subcommands = {
            ResearcherCommand.Add.class,
            ResearcherCommand.All.class,
            ResearcherCommand.Remove.class,
            ResearcherCommand.Reset.class
        })
final class ResearcherCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "researcher what? There are add, list, remove and reset.");
    }

    /// Where people find the site, for the link.
    static final class Site {
        @Option(
                names = "--public-url",
                defaultValue = "http://127.0.0.1:8080",
                paramLabel = "URL",
                description =
                        "Where people find the site, for the link. Default: ${DEFAULT-VALUE}.")
        private URI url = URI.create("http://127.0.0.1:8080");

        private String link(Token token) {
            return url.toString().replaceAll("/+$", "") + "/desk/set-up/" + token.text();
        }

        private void check(CommandSpec spec) {
            if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--public-url must be http or https and a host, such as"
                                + " https://study.example.org, not "
                                + url);
            }
        }
    }

    /// Prints the link alone to stdout.
    private static int offer(CommandSpec spec, Site site, Token token) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(site.link(token));
        out.flush();
        spec.commandLine()
                .getErr()
                .println(
                        "This link works once, within 24 hours. Whoever uses it first has the account:"
                                + " send it to nobody else.");
        return Exit.FINE;
    }

    private static int nobody(CommandSpec spec, String email) {
        spec.commandLine().getErr().printf("eyebright: there is no account of %s%n", email);
        return Exit.PROBLEMS;
    }

    /// What is done with the accounts of a data folder.
    private static int with(Path folder, ToIntFunction<Researchers> action) {
        try (Researchers researchers = Researchers.open(folder, InstantSource.system())) {
            return action.applyAsInt(researchers);
        }
    }

    /// Adds an account.
    @Command(
            name = "add",
            description = "Makes an account and prints a link that sets it up, once.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "EMAIL", description = "Whose account; nothing is sent there.")
        private String email;

        @Mixin private final DataFolderOption data = new DataFolderOption();
        @Mixin private final Site site = new Site();

        @Override
        public Integer call() {
            site.check(spec);
            try {
                return with(data.path(), this::add);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(
                        spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
            }
        }

        private int add(Researchers researchers) {
            Optional<Token> token = researchers.add(email);
            if (token.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "eyebright: %s has an account already; for a new link: eyebright"
                                        + " researcher reset %s%n",
                                email, email);
                return Exit.PROBLEMS;
            }
            return offer(spec, site, token.get());
        }
    }

    /// Lists the accounts.
    @Command(
            name = "list",
            description = "Every account: address, day it was made, whether it is set up.",
            mixinStandardHelpOptions = true)
    static final class All implements Callable<Integer> {

        @Spec private CommandSpec spec;
        @Mixin private final DataFolderOption data = new DataFolderOption();

        @Override
        public Integer call() {
            return with(data.there(), this::list);
        }

        private int list(Researchers researchers) {
            PrintWriter out = spec.commandLine().getOut();
            for (Researcher each : researchers.all()) {
                out.printf(
                        "%s\t%s\t%s%n",
                        each.email(),
                        LocalDate.ofInstant(each.added(), ZoneOffset.UTC),
                        each.isSetUp() ? "set up" : "waits for its link");
            }
            out.flush();
            return Exit.FINE;
        }
    }

    /// Removes an account.
    @Command(
            name = "remove",
            description = "Removes an account and ends its sessions; its log stays.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "EMAIL", description = "Whose account.")
        private String email;

        @Mixin private final DataFolderOption data = new DataFolderOption();

        @Override
        public Integer call() {
            return with(data.there(), this::remove);
        }

        private int remove(Researchers researchers) {
            if (!researchers.remove(email)) {
                return nobody(spec, email);
            }
            spec.commandLine().getErr().printf("removed the account of %s%n", email);
            return Exit.FINE;
        }
    }

    /// Resets an account.
    @Command(
            name = "reset",
            description =
                    "Takes password, phone and sessions of an account away and prints a new link.",
            mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "EMAIL", description = "Whose account.")
        private String email;

        @Mixin private final DataFolderOption data = new DataFolderOption();
        @Mixin private final Site site = new Site();

        @Override
        public Integer call() {
            site.check(spec);
            return with(
                    data.there(),
                    researchers ->
                            researchers
                                    .reset(email)
                                    .map(token -> offer(spec, site, token))
                                    .orElseGet(() -> nobody(spec, email)));
        }
    }
}
