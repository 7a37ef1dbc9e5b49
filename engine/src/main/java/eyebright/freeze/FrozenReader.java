package eyebright.freeze;

import eyebright.source.Fields;
import eyebright.source.FolderReader;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `frozen/`, and says where what was frozen is not as it was.
///
/// An edited `plan.txt` or `questionnaire.txt` no longer has the hash its entry names, an edited
/// `entry.yaml` not the one of `entry.sha256`, of the entry after it and of its time stamp. Who rewrites
/// all of them makes another chain; then only a time stamp, a registration elsewhere and the fingerprints
/// that answers carry tell.
public final class FrozenReader {

    private static final Pattern NUMBERED =
            Pattern.compile(FolderReader.FROZEN + "/(\\d{4})/.*", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]{3,400}");

    private final Sources sources;
    private final Authorities trusted;
    private final Problems problems;
    private final List<Freeze> freezes = new ArrayList<>();

    private FrozenReader(Sources sources, Authorities trusted, Problems problems) {
        this.sources = sources;
        this.trusted = trusted;
        this.problems = problems;
    }

    /// What a folder has frozen; what is wrong with it is a problem, and the chain ends before it.
    public static Frozen read(Sources sources, Problems problems) {
        return read(sources, Authorities.NONE, problems);
    }

    /// The same for a reader who trusts some authorities of time.
    public static Frozen read(Sources sources, Authorities trusted, Problems problems) {
        var numbers = new TreeSet<Integer>();
        for (String file : sources.files().keySet()) {
            Matcher numbered = NUMBERED.matcher(file);
            if (numbered.matches()) {
                numbers.add(Integer.parseInt(numbered.group(1)));
            }
        }
        var reader = new FrozenReader(sources, trusted, problems);
        for (int number : numbers) {
            if (number != reader.freezes.size() + 1) {
                reader.gap(number);
                break;
            }
            Optional<Freeze> freeze = reader.freeze(number);
            if (freeze.isEmpty()) {
                break;
            }
            reader.freezes.add(freeze.get());
        }
        return new Frozen(reader.freezes);
    }

    private void gap(int number) {
        String missing = FreezeFiles.folder(freezes.size() + 1);
        chain(
                Place.start(FreezeFiles.file(number, FreezeFiles.ENTRY)),
                "there is no %s before %s".formatted(missing, FreezeFiles.folder(number)),
                "put %s back as it was; entries are numbered from 0001 without a gap"
                        .formatted(missing));
    }

    private Optional<Freeze> freeze(int number) {
        String file = FreezeFiles.file(number, FreezeFiles.ENTRY);
        Optional<String> text = text(number, FreezeFiles.ENTRY);
        Optional<String> imprint = text(number, FreezeFiles.IMPRINT);
        Optional<String> plan = text(number, FreezeFiles.PLAN);
        Optional<String> questionnaire = text(number, FreezeFiles.QUESTIONNAIRE);
        if (text.isEmpty() || imprint.isEmpty() || plan.isEmpty() || questionnaire.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fields> fields =
                YamlFile.read(file, text.get(), problems)
                        .flatMap(node -> Fields.of("an entry of frozen/", node, problems));
        Optional<FreezeEntry> entry = fields.flatMap(read -> entry(number, read));
        if (entry.isEmpty()
                || !isWhole(file, text.get(), imprint.get(), entry.get())
                || !follows(fields.get().placeOf("before"), entry.get())
                || !isOf(number, FreezeFiles.PLAN, plan.get(), entry.get().planHash())
                || !isOf(
                        number,
                        FreezeFiles.QUESTIONNAIRE,
                        questionnaire.get(),
                        entry.get().questionnaireHash())) {
            return Optional.empty();
        }
        return Optional.of(
                new Freeze(
                        entry.get(),
                        plan.get(),
                        questionnaire.get(),
                        stamp(entry.get()),
                        links(number)));
    }

    /// A file that each entry has; line ends that a version control changed do not count.
    private Optional<String> text(int number, String file) {
        String path = FreezeFiles.file(number, file);
        Optional<String> text = sources.file(path).map(read -> read.replace("\r\n", "\n"));
        if (text.isEmpty()) {
            chain(
                    Place.start(path),
                    "%s has no %s".formatted(FreezeFiles.folder(number), file),
                    "put it back as it was, from your version control or a backup");
        }
        return text;
    }

    private Optional<FreezeEntry> entry(int number, Fields fields) {
        Optional<Integer> said = fields.requiredInteger("freeze", 1, 9999);
        Optional<String> study = fields.requiredScalar("study").map(Node.Scalar::value);
        Optional<String> before = hash(fields, "before", "none");
        Optional<LocalDate> day = day(fields);
        Optional<String> plan = hash(fields, "plan", "");
        Optional<String> questionnaire = hash(fields, "questionnaire", "");
        Optional<Integer> respondents = fields.requiredInteger("respondents", 0, 999_999_999);
        Optional<String> stopping = fields.text("stopping");
        Optional<Integer> answers = fields.requiredInteger("answers", 0, 999_999_999);
        Optional<String> notes = fields.text("notes");
        fields.finish();
        if (said.isEmpty()
                || study.isEmpty()
                || before.isEmpty()
                || day.isEmpty()
                || plan.isEmpty()
                || questionnaire.isEmpty()
                || respondents.isEmpty()
                || answers.isEmpty()) {
            return Optional.empty();
        }
        boolean isFirst = before.get().equals("none");
        if (said.get() != number || isFirst != (number == 1)) {
            chain(
                    fields.placeOf(said.get() == number ? "before" : "freeze"),
                    "the entry in %s must be number %d%s, not %s"
                            .formatted(
                                    FreezeFiles.folder(number),
                                    number,
                                    number == 1 ? "" : " with the hash of the one before it",
                                    said.get() == number ? before.get() : said.get()),
                    putBack(number));
            return Optional.empty();
        }
        return Optional.of(
                new FreezeEntry(
                        number,
                        study.get(),
                        before.filter(_ -> !isFirst),
                        day.get(),
                        plan.get(),
                        questionnaire.get(),
                        respondents.get(),
                        stopping,
                        answers.get(),
                        notes));
    }

    private Optional<String> hash(Fields fields, String key, String orElse) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String value = scalar.get().value();
        if (FreezeEntry.HASH.matcher(value).matches() || value.equals(orElse)) {
            return Optional.of(value);
        }
        problems.add(
                Rule.WRONG_VALUE,
                scalar.get().place(),
                "%s of an entry must be 64 hexadecimal digits, not \"%s\"".formatted(key, value),
                "put the file back as it was; entries are written by eyebright freeze");
        return Optional.empty();
    }

    private Optional<LocalDate> day(Fields fields) {
        Optional<Node.Scalar> scalar = fields.requiredScalar("day");
        try {
            return scalar.map(Node.Scalar::value).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            problems.add(
                    Rule.WRONG_VALUE,
                    scalar.map(Node.Scalar::place).orElse(fields.place()),
                    "day of an entry must be a day such as 2026-11-22",
                    "put the file back as it was; entries are written by eyebright freeze");
            return Optional.empty();
        }
    }

    /// Whether the entry is the one whose hash stands beside it, to the letter.
    private boolean isWhole(String file, String text, String imprint, FreezeEntry entry) {
        if (text.equals(entry.text()) && imprint.equals(FreezeFiles.imprint(entry))) {
            return true;
        }
        chain(
                Place.start(file),
                "%s is not as it was frozen: its hash is not the one in %s"
                        .formatted(file, FreezeFiles.IMPRINT),
                putBack(entry.number()));
        return false;
    }

    private boolean follows(Place place, FreezeEntry entry) {
        if (freezes.isEmpty()) {
            return true;
        }
        Freeze last = freezes.getLast();
        if (entry.before().filter(last.hash()::equals).isPresent()) {
            return true;
        }
        chain(
                place,
                "%s is not as it was when %s was frozen: its hash is %s…, not %s…"
                        .formatted(
                                FreezeFiles.file(last.number(), FreezeFiles.ENTRY),
                                FreezeFiles.folder(entry.number()),
                                last.hash().substring(0, 12),
                                entry.before().orElse("").substring(0, 12)),
                putBack(last.number()));
        return false;
    }

    private boolean isOf(int number, String file, String text, String hash) {
        if (FreezeFiles.hash(text).equals(hash)) {
            return true;
        }
        String path = FreezeFiles.file(number, file);
        chain(
                Place.start(path),
                "%s is not as it was frozen: its hash is %s…, and the entry says %s…"
                        .formatted(
                                path,
                                FreezeFiles.hash(text).substring(0, 12),
                                hash.substring(0, 12)),
                putBack(number));
        return false;
    }

    private static String putBack(int number) {
        return "put %s back as it was, from your version control or a backup; changes of the plan are frozen anew with eyebright freeze"
                .formatted(FreezeFiles.folder(number));
    }

    private Optional<TimeStamp> stamp(FreezeEntry entry) {
        String file = FreezeFiles.file(entry.number(), FolderReader.TIME_STAMP);
        Optional<String> base64 = sources.file(file);
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        return switch (TimeStamps.read(
                Base64.getDecoder().decode(base64.get()), entry.text(), trusted)) {
            case TimeStamps.Reading.Valid(TimeStamp stamp) -> Optional.of(stamp);
            case TimeStamps.Reading.Invalid(String why) -> {
                problems.add(
                        Rule.TIME_STAMP,
                        Place.start(file),
                        why,
                        "attach the time stamp of %s, or delete this file"
                                .formatted(FreezeFiles.file(entry.number(), FreezeFiles.ENTRY)));
                yield Optional.empty();
            }
        };
    }

    private List<String> links(int number) {
        String file = FreezeFiles.file(number, FolderReader.LINKS);
        var links = new ArrayList<String>();
        int line = 0;
        for (String link : sources.file(file).orElse("").lines().toList()) {
            line++;
            if (isLink(link)) {
                links.add(link);
            } else if (!link.isBlank()) {
                problems.add(
                        Rule.WRONG_VALUE,
                        new Place(file, line, 1),
                        "a link must begin with https:// or http:// and have no blanks, not \"%s\""
                                .formatted(link),
                        "write one address a line");
            }
        }
        return links;
    }

    /// Whether a text is the address of a page, as entries may have.
    public static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    private void chain(Place place, String problem, String fix) {
        problems.add(Rule.FROZEN_CHAIN, place, problem, fix);
    }
}
