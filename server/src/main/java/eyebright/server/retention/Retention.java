package eyebright.server.retention;

import eyebright.desk.Desk;
import eyebright.method.Day;
import eyebright.retention.LastDays;
import eyebright.retention.RetentionLog;
import eyebright.retention.Standing;
import eyebright.server.page.Background;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import eyebright.store.Store;
import eyebright.study.Study;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Deletes answers when the time is over for which their consent lets them be kept: announced before, once, for good, and
/// told to the operator's log and the desk's.
///
/// Looks when the site starts and then once an hour of the clock.
public final class Retention implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    private final Studies studies;
    private final Store store;
    private final RetentionLog log;
    private final Desk desk;
    private final InstantSource clock;
    private final Consumer<Fielded> afterwards;
    private final Background thread = new Background("retention");
    private final Map<String, LocalDate> told = new HashMap<>();
    private @Nullable Instant looked;

    /// @param afterwards told of a study that lost answers, so that nothing of them stays in memory
    public Retention(
            Studies studies,
            Store store,
            RetentionLog log,
            Desk desk,
            InstantSource clock,
            Consumer<Fielded> afterwards) {
        this.studies = studies;
        this.store = store;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /// Looks now, and every hour from now on.
    public void begin() {
        look();
        thread.everySecond(this::look);
    }

    /// Whether the answers to a study may be used: for all of them the last day is today or still to come. After it they may
    /// not, deleted or not yet.
    public boolean isInUse(Fielded fielded) {
        LocalDate today = today(fielded.study());
        return ends(fielded).keySet().stream().noneMatch(today::isAfter);
    }

    /// What is to be known of a study's days, as sentences.
    public List<String> told(Fielded fielded) {
        var sentences = new ArrayList<String>();
        Study study = fielded.study();
        study.opens()
                .ifPresent(
                        day ->
                                sentences.add(
                                        "New respondents from %s.".formatted(Day.inWords(day))));
        study.closes()
                .ifPresent(
                        day ->
                                sentences.add(
                                        "New respondents until %s.".formatted(Day.inWords(day))));
        ends(fielded)
                .forEach(
                        (end, _) ->
                                sentences.add(sentence(end, standing(fielded, end), today(study))));
        log.deletions(fielded.name())
                .forEach(
                        done ->
                                sentences.add(
                                        "The answers of %s were deleted on %s."
                                                .formatted(
                                                        people(done.respondents()),
                                                        Day.inWords(done.day()))));
        return sentences;
    }

    private static String sentence(LocalDate end, Standing standing, LocalDate today) {
        String kept = "Answers may be kept until %s".formatted(Day.inWords(end));
        return switch (standing) {
            case Standing.Kept _ -> kept + ".";
            case Standing.Ending(long days) ->
                    kept
                            + (days == 0
                                    ? ", which is today. Tomorrow they are deleted, for good."
                                    : ". In %s they are deleted, for good."
                                            .formatted(days(days + 1)));
            case Standing.Doubted(int days) ->
                    (kept
                                    + ". By the clock of this machine that is over: it says %s. Since the site did not see"
                                    + " it go there day by day, the clock may be wrong. The answers are out of use, and"
                                    + " deleted when it has said so on %s more. If the clock is right, eyebright"
                                    + " delete-answers does it at once.")
                            .formatted(Day.inWords(today), days(days));
            case Standing.Due _ -> kept + ". That is over: they are being deleted.";
        };
    }

    @Override
    public void close() {
        thread.close();
    }

    /// Does what is due, at most once an hour of the clock.
    synchronized void look() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(looked)) {
            return;
        }
        looked = hour;
        for (Fielded fielded : studies.all()) {
            try {
                ends(fielded).forEach((end, versions) -> look(fielded, end, versions));
            } catch (RuntimeException fault) {
                // Such as a full disk: the next hour tries again.
                LOG.log(Level.ERROR, "no look at the days of " + fielded.name(), fault);
            }
        }
    }

    private void look(Fielded fielded, LocalDate end, Set<String> versions) {
        LocalDate today = today(fielded.study());
        if (Standing.isNoted(end, today)) {
            log.see(fielded.name(), end, today);
        } else {
            log.forget(fielded.name(), end);
        }
        Standing standing = standing(fielded, end);
        switch (standing) {
            case Standing.Kept _ -> {}
            case Standing.Ending _, Standing.Doubted _ -> warn(fielded, end, standing, today);
            case Standing.Due _ -> delete(fielded, end, versions, today);
        }
    }

    /// Once a day, to who reads either log.
    private void warn(Fielded fielded, LocalDate end, Standing standing, LocalDate today) {
        if (today.equals(told.put(fielded.name() + " " + end, today))) {
            return;
        }
        String sentence = sentence(end, standing, today);
        LOG.log(Level.WARNING, "study {0}: {1}", fielded.name(), sentence);
        if (standing instanceof Standing.Doubted) {
            desk.logged("doubts the clock: answers are due to be deleted", fielded.name(), "");
        }
    }

    private void delete(Fielded fielded, LocalDate end, Set<String> versions, LocalDate today) {
        int respondents = store.deleteAnswers(fielded.name(), versions);
        if (respondents == 0) {
            // Another server of the same database was first, and has told of it.
            return;
        }
        log.deleted(new RetentionLog.Deletion(fielded.name(), end, today, respondents));
        afterwards.accept(fielded);
        String done =
                "deleted the answers of %s, kept until %s".formatted(people(respondents), end);
        desk.logged(done, fielded.name(), "");
        LOG.log(Level.WARNING, "study {0}: {1}", fielded.name(), done);
    }

    private Standing standing(Fielded fielded, LocalDate end) {
        return Standing.of(end, today(fielded.study()), log.seen(fielded.name(), end));
    }

    private SortedMap<LocalDate, Set<String>> ends(Fielded fielded) {
        return LastDays.of(fielded.study(), store.questionnaires(fielded.name()), fielded::version);
    }

    private LocalDate today(Study study) {
        return LocalDate.ofInstant(clock.instant(), study.zone());
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : "%,d days".formatted(number);
    }

    private static String people(int number) {
        return number == 1 ? "1 person" : "%,d people".formatted(number);
    }
}
