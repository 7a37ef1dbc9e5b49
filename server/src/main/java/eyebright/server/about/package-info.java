/// What a study is and what it asks, for who thinks of taking part.
@NullMarked
package eyebright.server.about;

import org.jspecify.annotations.NullMarked;
