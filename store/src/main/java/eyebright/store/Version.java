package eyebright.store;

import eyebright.check.StudyFolder;
import eyebright.source.Sources;

/// A study as it stood when somebody began it: who began ends on the version begun.
///
/// @param study the name of the study
/// @param questionnaireHash of what is asked
/// @param planHash of what is claimed
/// @param sources the texts of its folder
public record Version(String study, String questionnaireHash, String planHash, Sources sources) {

    /// A folder as it stands now.
    public static Version of(StudyFolder folder) {
        return new Version(
                folder.study().name(),
                folder.questionnaireHash(),
                folder.planHash(),
                folder.sources());
    }

    public Version {
        Texts.name("study", study);
        Texts.name("questionnaireHash", questionnaireHash);
        Texts.name("planHash", planHash);
        Texts.whole("sources", sources.name());
        sources.files()
                .forEach(
                        (file, text) -> {
                            Texts.whole("sources", file);
                            Texts.whole(file, text);
                        });
    }
}
