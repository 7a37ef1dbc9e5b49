package eyebright.score;

import eyebright.expression.Expression;

/// A sign, declared before there are data, that a respondent did not answer with care. One flag alone
/// excludes nobody; findings are told with and without those who have several.
///
/// @param name the name in results
/// @param condition true for who bears the flag; unknown is none
/// @param because what they did, to go on after "respondent": `did not choose the point that was asked for`
public record Flag(String name, Expression condition, String because) {}
