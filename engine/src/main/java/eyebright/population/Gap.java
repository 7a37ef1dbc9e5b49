package eyebright.population;

/// A wish of a population that nothing can meet together with its others.
///
/// @param name of what it is wished
/// @param what is wished, such as `alpha` or `points of gender.woman`
/// @param wished the number
/// @param nearest the nearest that was found
public record Gap(String name, String what, double wished, double nearest) {}
