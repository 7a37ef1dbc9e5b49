package eyebright.store;

/// A respondent who has just agreed. Only here is the code to be had: the store keeps its HMAC.
///
/// @param id who
/// @param code what they come back with
public record Started(RespondentId id, Code code) {}
