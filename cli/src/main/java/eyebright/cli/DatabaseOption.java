package eyebright.cli;

import eyebright.database.PostgresqlUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What `--database` means: a PostgreSQL, which the data folder names from then on for every command.
final class DatabaseOption {

    private DatabaseOption() {}

    /// Which one it is.
    ///
    /// @param typed null if it was not
    static Optional<PostgresqlUrl> url(@Nullable String typed, CommandLine command) {
        try {
            return Optional.ofNullable(typed).map(PostgresqlUrl::new);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
