package eyebright.feedback;

/// What a number counts.
///
/// @param one of one, such as `year of experience`
/// @param many of any other number, such as `years of experience`
public record Unit(String one, String many) {}
