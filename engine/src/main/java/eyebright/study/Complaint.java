package eyebright.study;

/// What a respondent is asked to look at again, said kindly.
///
/// @param field the field of the form: a question's id, or `question.item`
/// @param sentence what to do, such as "Please give your age in years, for example 42."
public record Complaint(String field, String sentence) {}
