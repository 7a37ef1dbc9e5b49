package eyebright.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/// Keeps Flyway from talking: what goes wrong comes as an exception, and all else is nothing to a reader
/// of standard error. Public because Flyway makes it by name.
public final class QuietLog implements LogCreator, Log {

    /// Made by Flyway.
    public QuietLog() {}

    @Override
    public Log createLogger(Class<?> subject) {
        return this;
    }

    // Deprecated, and still without a default.
    @SuppressWarnings("deprecation")
    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception cause) {}

    @Override
    public void notice(String message) {}
}
