package eyebright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import eyebright.study.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a first visit to a page costs: the bytes of all it loads, as the server sends them to a browser
/// that takes gzip.
final class Weights implements AutoCloseable {

    private final TearsSite site;
    private final String cookie;
    private final Device device;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> known = new HashMap<>();

    /// Weighs the pages of who has those cookies.
    Weights(Browser browser, TearsSite site, List<Cookie> cookies) {
        this.site = site;
        Cookie one = cookies.getFirst();
        cookie = one.name + "=" + one.value;
        device = Device.phone(browser, site);
        device.context().addCookies(cookies);
    }

    /// The weight of each page of questions, by its id.
    Map<String, Integer> ofQuestions() throws IOException, InterruptedException {
        var weights = new LinkedHashMap<String, Integer>();
        for (Page page : site.study().pages()) {
            int weight = 0;
            for (String file : device.open("/tears/take-part/" + page.id()).files()) {
                weight += weigh(file);
            }
            weights.put(page.id(), weight);
        }
        return weights;
    }

    /// The weight of one page alone, without what it shares with all others.
    int ofPage(String path) throws IOException, InterruptedException {
        return weigh(site.at(path));
    }

    @Override
    public void close() {
        device.close();
        client.close();
    }

    private int weigh(String file) throws IOException, InterruptedException {
        Integer before = known.get(file);
        if (before != null) {
            return before;
        }
        var request =
                HttpRequest.newBuilder(URI.create(file))
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", cookie)
                        .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(file + " answered " + answer.statusCode());
        }
        known.put(file, answer.body().length);
        return answer.body().length;
    }
}
