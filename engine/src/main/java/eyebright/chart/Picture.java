package eyebright.chart;

/// One picture: an SVG element to be put into a page as it is, and the same in words and numbers.
///
/// @param svg the whole `svg` element, escaped, without an XML declaration
/// @param title what the picture shows, as text: a page has to escape it
/// @param description every figure of the picture in sentences, as text: a page has to escape it
/// @param table the same figures as a table
public record Picture(String svg, String title, String description, Table table) {}
