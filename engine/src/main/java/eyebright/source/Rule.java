package eyebright.source;

import java.util.Locale;

/// Every rule a study folder can break: one constant, one page `docs/problems/<slug>.md`, one folder of
/// test files with what is said about it.
public enum Rule {
    // The folder and its files.
    /// A folder that is none, or lacks `study.yaml` or `questions.yaml`.
    MISSING_FILE(Severity.ERROR),
    /// A file larger than the limit, or too many files.
    TOO_LARGE(Severity.ERROR),
    /// A symbolic link, or a path that leaves the folder.
    OUTSIDE_PATH(Severity.ERROR),
    /// A file that is no UTF-8 text, or holds characters that no text has.
    NOT_TEXT(Severity.ERROR),
    /// A file whose name nothing reads.
    UNKNOWN_FILE(Severity.WARNING),
    /// Text that is no YAML.
    NOT_YAML(Severity.ERROR),
    /// Nesting or aliases beyond the limit.
    TOO_DEEP(Severity.ERROR),
    /// A key given twice in one mapping.
    DUPLICATE_KEY(Severity.ERROR),
    /// A key that nothing reads.
    UNKNOWN_KEY(Severity.ERROR),
    /// A key that must be there and is not.
    MISSING_KEY(Severity.ERROR),
    /// A list where a text was expected, and the like.
    WRONG_KIND(Severity.ERROR),
    /// A value outside what its key allows.
    WRONG_VALUE(Severity.ERROR),
    /// HTML, script or a link that is not http, https or mailto in a text.
    UNSAFE_TEXT(Severity.ERROR),
    /// A name that the server or the table needs for itself.
    RESERVED_NAME(Severity.ERROR),
    /// An id, code or name that does not have the form of one.
    WRONG_NAME(Severity.ERROR),
    /// An id that stands twice.
    DUPLICATE_ID(Severity.ERROR),

    // Questions and pages.
    /// A question of no kind, or of two.
    QUESTION_KIND(Severity.ERROR),
    /// An expression that does not read.
    BAD_EXPRESSION(Severity.ERROR),
    /// An expression that compares what cannot be compared.
    WRONG_TYPE(Severity.ERROR),
    /// A variable that is not asked, or an option or item that is not there.
    UNKNOWN_VARIABLE(Severity.ERROR),
    /// A condition that reads this page or a later one.
    NOT_EARLIER(Severity.ERROR),
    /// A page no answers lead to.
    NEVER_SHOWN(Severity.ERROR),
    /// Texts that pipe each other's answers.
    CIRCULAR_PIPING(Severity.ERROR),
    /// A block that does not stand in one piece, or is not there.
    BLOCK(Severity.ERROR),
    /// A placeholder in the consent: nothing real may be collected yet.
    PLACEHOLDER(Severity.WARNING),

    // Scales.
    /// An item that is no rating, or ratings of different range in one scale.
    SCALE_ITEM(Severity.ERROR),
    /// A reversed item that is not among the items, or a range that cannot be turned.
    REVERSED_ITEM(Severity.ERROR),

    // The plan.
    /// A claim without an analysis, or with two.
    CLAIM_KIND(Severity.ERROR),
    /// A formula that does not read.
    BAD_FORMULA(Severity.ERROR),
    /// A claim about something that is not asked or scored.
    NEVER_ASKED(Severity.ERROR),
    /// A published figure that `published.yaml` does not hold.
    UNKNOWN_ORIGINAL(Severity.ERROR),
    /// A published figure that contradicts itself, or says twice how precise it is.
    PUBLISHED_FIGURE(Severity.ERROR),

    // The frozen plan.
    /// What was frozen is not as it was, or does not follow from what was frozen before.
    FROZEN_CHAIN(Severity.ERROR),
    /// A plan or questionnaire that has changed since it was frozen.
    FROZEN_CHANGED(Severity.WARNING),
    /// A time stamp that is none, or of another text.
    TIME_STAMP(Severity.ERROR),

    // The population.
    /// Shares that do not add up, or a margin outside the range of its question.
    POPULATION_MARGIN(Severity.ERROR),
    /// Something read before it is drawn.
    NOT_YET_DRAWN(Severity.ERROR),
    /// An effect that its variable cannot take, or that cannot be read of what it names.
    WRONG_EFFECT(Severity.ERROR),
    /// Numbers that no population can have, by themselves or together.
    IMPOSSIBLE_WISH(Severity.ERROR),

    // What is given back.
    /// Bands of a number with fewer than three cut points, or with cut points that do not rise.
    BANDS(Severity.ERROR),
    /// A text or a number that does not say where it comes from.
    NO_SOURCE(Severity.ERROR),
    /// A source that is not declared.
    UNKNOWN_SOURCE(Severity.ERROR),
    /// A prediction of nothing, or of two things.
    PREDICTION_KIND(Severity.ERROR),
    /// A prior range that is none, or the wrong way round.
    PRIOR_RANGE(Severity.ERROR),
    /// A predictor that reads what is to be predicted.
    READS_OUTCOME(Severity.ERROR),
    /// A predictor that some whom the prediction is for are not asked.
    ASKED_OF_SOME(Severity.ERROR),

    // The article.
    /// A placeholder that names nothing.
    UNKNOWN_PLACEHOLDER(Severity.ERROR),
    /// A citation of what `references.bib` does not hold.
    UNKNOWN_REFERENCE(Severity.ERROR),
    /// A file of references that does not read.
    BIBLIOGRAPHY(Severity.ERROR),
    /// A DOI that has not the form of one.
    WRONG_DOI(Severity.ERROR),
    /// A figure typed into a text instead of filled in.
    TYPED_FIGURE(Severity.WARNING),

    // Rehearsals.
    /// A saved rehearsal that does not read.
    REHEARSAL_FILE(Severity.WARNING),
    /// A rehearsal to go on from that is of something else.
    OTHER_REHEARSAL(Severity.ERROR),

    // Tables.
    /// A cell of a table that its question cannot hold.
    TABLE_CELL(Severity.WARNING),
    /// A column that is missing, doubled or names nothing.
    TABLE_COLUMN(Severity.WARNING);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /// Whether breaking it stops the study.
    public Severity severity() {
        return severity;
    }

    /// The name in problems, pages and test files, such as `unknown-key`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
