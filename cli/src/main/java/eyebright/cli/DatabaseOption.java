package eyebright.cli;

import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What `--database` means: the data folder names that PostgreSQL from now on, for every command.
final class DatabaseOption {

    private DatabaseOption() {}

    /// @param url as it was given; null if it was not
    static void use(Path data, @Nullable String url, CommandLine command) {
        if (url == null) {
            return;
        }
        try {
            Databases.use(data, new PostgresqlUrl(url));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
