package eyebright.reporting;

import eyebright.analysis.Findings;
import eyebright.disclosure.PublicData;
import eyebright.manuscript.Front;
import eyebright.method.AnalysisWords;
import eyebright.method.ConsentWords;
import eyebright.method.FieldWords;
import eyebright.method.QuestionnaireWords;
import eyebright.method.Traffic;
import eyebright.plan.Plan;
import eyebright.study.Study;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// All that checklists are filled from.
///
/// @param findings as they may be told where the checklists appear
/// @param rehearsed how many times the study was rehearsed, in each scenario; empty if it was not
/// @param front what stands above the article; absent if there is none
/// @param publicData what the study lets be published of each respondent
/// @param givesBack whether respondents see how their own answers compare
/// @param traffic how many came and began; absent where the answers come from elsewhere
/// @param people how a number of people is written: exactly, or for everybody to see
public record Basis(
        Study study,
        Plan plan,
        Findings findings,
        OptionalInt rehearsed,
        Optional<Front> front,
        Optional<PublicData> publicData,
        boolean givesBack,
        Optional<Traffic> traffic,
        IntFunction<String> people) {

    QuestionnaireWords questionnaire() {
        return new QuestionnaireWords(study);
    }

    AnalysisWords analysis() {
        return new AnalysisWords(study, plan);
    }

    FieldWords field() {
        return new FieldWords(study, findings.data(), traffic, people);
    }

    ConsentWords consent() {
        return new ConsentWords(study);
    }
}
