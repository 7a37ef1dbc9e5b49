package eyebright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says what failed, in a sentence; one of the two places that catch broadly.
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, ParseResult parsed) {
        command.getErr().println("eyebright: " + sentence(exception));
        if (System.getenv("EYEBRIGHT_TRACE") != null) {
            exception.printStackTrace(command.getErr());
        } else if (!(exception instanceof IOException)
                && !(exception instanceof UncheckedIOException)
                && exception.getClass().getName().startsWith("java.")) {
            command.getErr()
                    .println(
                            "This is a fault of Eyebright. Set EYEBRIGHT_TRACE=1 and run it again to"
                                    + " see where.");
        }
        return Exit.FAILURE;
    }

    private static String sentence(Exception exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> denied.getFile() + " may not be opened by you";
            case UncheckedIOException io when io.getCause() != null -> sentence(io.getCause());
            default ->
                    exception.getMessage() == null
                            ? exception.getClass().getSimpleName()
                            : exception.getMessage();
        };
    }
}
