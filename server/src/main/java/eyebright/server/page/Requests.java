package eyebright.server.page;

import eyebright.server.page.Shell.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.ModelAndView;

/// What every room asks of a request, and the answers they share.
///
/// @param shells what is around a page
/// @param tokens whether a form is ours
/// @param limits how often something may be tried
/// @param publicUrl where people find the site
/// @param proxies whose word on who asks is believed
/// @param isSecure whether the site is reached by https only
public record Requests(
        Shells shells,
        FormTokens tokens,
        Limits limits,
        Optional<URI> publicUrl,
        Proxies proxies,
        boolean isSecure) {

    /// Sends the browser there with a GET.
    public static ModelAndView to(String address) {
        return new ModelAndView(new Redirect(address));
    }

    /// Takes one of what an hour allows the address of a request, or ends the request.
    public void limit(Limits.Act act, HttpServletRequest request) {
        if (!takes(act, request)) {
            throw new Stop.TooOften();
        }
    }

    /// Takes one of what an hour allows the address of a request, if there is one left.
    public boolean takes(Limits.Act act, HttpServletRequest request) {
        return limits.take(act, address(request));
    }

    /// Where people find the site, without a slash at the end.
    public String site(HttpServletRequest request) {
        return publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
    }

    /// Gives back what was taken for nothing.
    public void giveBack(Limits.Act act, HttpServletRequest request) {
        limits.giveBack(act, address(request));
    }

    /// Behind a server of one's own (there is a public address, and the peer is one of the proxies) the last
    /// forwarded address is the one that server saw; nothing else that a header says is believed.
    public String address(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (publicUrl.isEmpty() || !proxies.trust(peer)) {
            return peer;
        }
        // Some servers add a header of their own below the one that came: the last one is theirs.
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        return forwarded.isEmpty() ? peer : Proxies.seen(forwarded.getLast());
    }

    /// A page with a heading, sentences and ways on.
    public ModelAndView kind(
            Fielded fielded, String heading, List<String> sentences, KindPage.Link... links) {
        return JteView.of(
                "page/kind",
                KindPage.of(
                        shells.of(fielded, Place.ANSWERING, heading), heading, sentences, links));
    }
}
