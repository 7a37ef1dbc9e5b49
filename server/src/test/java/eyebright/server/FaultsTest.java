package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Mode;
import eyebright.server.page.Shells;
import eyebright.server.page.Stops;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

class FaultsTest {

    private final Faults faults =
            new Faults(
                    new Stops(
                            TemplateEngine.createPrecompiled(
                                    null,
                                    ContentType.Html,
                                    Web.class.getClassLoader(),
                                    Web.class.getPackageName()),
                            new Shells(new Mode.Preview(), Optional.empty())));

    @Test
    void whoWentAwayIsNeitherLoggedNorAnswered() throws IOException {
        var logged = new ArrayList<String>();
        var touched = new ArrayList<String>();
        var listening =
                new Handler() {
                    @Override
                    public void publish(LogRecord said) {
                        logged.add(said.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger log = Logger.getLogger(Faults.class.getName());
        log.addHandler(listening);
        try {
            for (IOException gone :
                    List.of(
                            new ClientAbortException(),
                            new AsyncRequestNotUsableException("gone"),
                            new IOException("Broken pipe"),
                            new IOException("Connection reset by peer"))) {
                faults.fault(gone, dead(touched));
            }
            assertThat(logged).isEmpty();
            assertThat(touched).isEmpty();

            faults.fault(new IOException("disk full"), dead(touched));
            assertThat(logged).containsExactly("a page could not be made");
            assertThat(touched).containsExactly("isCommitted");
        } finally {
            log.removeHandler(listening);
        }
    }

    /// A response that is committed, and remembers what was asked of it.
    private static HttpServletResponse dead(List<String> touched) {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        FaultsTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (_, method, _) -> {
                            touched.add(method.getName());
                            return true;
                        });
    }
}
