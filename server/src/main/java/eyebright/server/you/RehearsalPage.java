package eyebright.server.you;

import eyebright.chart.Table;
import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// What a study will most likely say, before anybody answered.
///
/// @param study its name
/// @param told what came of the rehearsal; empty if there was none
record RehearsalPage(Shell shell, String study, Optional<Told> told) {

    /// What came of it.
    ///
    /// @param likely what the study will most likely say
    /// @param steps what to do first
    /// @param basis what that rests on
    /// @param gaps what the population wishes and cannot have
    /// @param changed what has changed since, as a sentence; empty if nothing has
    /// @param weak primary claims that are not safe, with what would mend them
    /// @param unsafe the other claims that are not safe
    /// @param firm what is safe
    /// @param alarms how often something would be claimed that is not so
    /// @param beside what else to know
    /// @param margins what margins cost
    /// @param sampleSize the section for a plan or an article
    /// @param claims every claim with a rule, in every scenario that says something of it
    /// @param tables the numbers behind it
    record Told(
            String likely,
            List<String> steps,
            String basis,
            List<String> gaps,
            String changed,
            List<Weak> weak,
            List<Unsafe> unsafe,
            String firm,
            List<String> alarms,
            List<String> beside,
            List<Margin> margins,
            String sampleSize,
            List<Outcome> claims,
            List<Table> tables) {}

    /// A claim that is not primary and not safe.
    ///
    /// @param says how often it is supported, how many respondents would make it safe, and which margin
    record Unsafe(String id, String asks, String says) {}

    /// A primary claim that is not safe.
    record Weak(Outcome outcome, String says, List<String> mends) {}

    /// How often each verdict comes out for a claim.
    record Outcome(String id, String asks, List<Bar> bars) {}

    /// The verdicts of one scenario.
    ///
    /// @param scenario whose
    /// @param words the shares in words
    record Bar(String scenario, String words, List<Part> parts) {}

    /// A part of a bar, in hundredths of its length.
    ///
    /// @param look the class that colours it
    record Part(String look, String from, String width) {}

    /// What margins of a claim cost.
    ///
    /// @param declared the margin of the plan
    /// @param unit what it is in; may be empty
    /// @param lines one for each scenario: its name, a colon, and the percentages from the first step on
    record Margin(
            String id,
            String asks,
            String declared,
            String unit,
            String from,
            String step,
            String lines,
            Table table) {}
}
