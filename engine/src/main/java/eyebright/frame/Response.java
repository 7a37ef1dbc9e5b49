package eyebright.frame;

import eyebright.study.Answers;

/// One respondent's final answers.
///
/// @param id the respondent's random id; it also gives the order in which things were shown
/// @param answers all that was answered, also behind branches that have changed since
public record Response(String id, Answers answers) {

    public Response {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id of a response must not be empty");
        }
    }
}
