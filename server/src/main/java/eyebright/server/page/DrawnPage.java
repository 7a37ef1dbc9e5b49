package eyebright.server.page;

import gg.jte.Content;

/// A page whose inside was drawn before.
///
/// @param inside from its `main` on, as HTML
record DrawnPage(Shell shell, Content inside) {}
