package eyebright.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar, or `development` where there is none.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "eyebright "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("development")
        };
    }
}
