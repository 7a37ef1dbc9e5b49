package eyebright.server;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.SpringProperties;

/// The framework of a site, which begins on a thread of its own while the site still reads its folders and opens its stores, and then
/// waits for these. For one thread.
///
/// Which parts there are, and of what each is made, the annotations of `Web` and the rooms say; the framework read them when this module
/// was built, and wrote code that a site runs instead. So no annotation may depend on a setting: that of the build would hold.
final class Framework implements AutoCloseable {

    private final CompletableFuture<List<Object>> parts = new CompletableFuture<>();
    private final CompletableFuture<ServletWebServerApplicationContext> running =
            new CompletableFuture<>();
    private final Thread thread;

    private Framework(SpringApplication application) {
        // Once it knows which parts there are, before any is made.
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(this::addParts));
        thread = Thread.ofPlatform().name("framework").daemon().start(() -> run(application));
    }

    private void addParts(ConfigurableListableBeanFactory factory) {
        try {
            parts.join()
                    .forEach(part -> factory.registerSingleton(part.getClass().getName(), part));
        } catch (CancellationException _) {
            throw new SpringApplication.AbandonedRunException();
        }
    }

    /// Begins.
    static Framework begin(SpringApplication application) {
        // For the whole process: the framework has no other way to be told.
        SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        return new Framework(application);
    }

    private void run(SpringApplication application) {
        try {
            running.complete((ServletWebServerApplicationContext) application.run());
        } catch (RuntimeException | Error fault) {
            running.completeExceptionally(fault);
        }
    }

    /// Waits until the site answers.
    ///
    /// @param opened what the rooms are made of, each of its own type; who opened them closes them
    /// @throws RuntimeException what the framework has thrown
    ServletWebServerApplicationContext serve(List<Object> opened) {
        parts.complete(List.copyOf(opened));
        try {
            return running.join();
        } catch (CompletionException failed) {
            throw thrown(failed.getCause(), failed);
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause, CompletionException failed) {
        return switch (cause) {
            case Error fault -> throw fault;
            case RuntimeException fault -> fault;
            case null, default -> failed;
        };
    }

    /// Gives up what has not been told what to serve, and waits for its end; otherwise does nothing.
    @Override
    public void close() {
        if (!parts.cancel(false)) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
