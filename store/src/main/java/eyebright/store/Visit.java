package eyebright.store;

import java.time.LocalDate;

/// How a page was answered, as of its latest save.
///
/// @param orderShown the order in which its questions, items and options stood
/// @param seconds on the page, at most [PageSave#MOST_SECONDS]
/// @param day of the save, in UTC
/// @param planHash of the plan that stood when it was saved
public record Visit(String orderShown, int seconds, LocalDate day, String planHash) {}
