/// The product as people meet it: in a real browser.
@NullMarked
package eyebright.browser;

import org.jspecify.annotations.NullMarked;
