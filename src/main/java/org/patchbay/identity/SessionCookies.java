package org.patchbay.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.patchbay.shared.Api;

import io.vertx.core.http.HttpServerRequest;

/**
 * The two cookies that keep the tokens of a page's session from its scripts, and one by which the browser is known.
 * Pages in the frame of a shop have cookies of other names, and say so with each request. Both kinds come where the
 * shop is a site of our own, or a browser knows no partitions: an agent who visits the shop is a customer there and an
 * agent at their desk.
 *
 * @param embedded whether the page stands in a frame of another site, which has cookies of its own there (CHIPS)
 * @param https whether the request came by it
 */
public record SessionCookies(boolean embedded, boolean https) {

    private static final String ACCESS = "patchbay-access";
    private static final String REFRESH = "patchbay-refresh";
    /** Stays after a sign-out. */
    private static final String DEVICE = "patchbay-device";

    private static final long DEVICE_IS_KNOWN = Duration.ofDays(365).toSeconds();
    private static final String OF_EMBEDDED = "-embedded";
    private static final String SAID_EMBEDDED = "Patchbay-Embedded";
    private static final String SAID_TO_SOCKETS = "&embedded=true&";
    private static final String ACCESS_PATH = "/api";
    private static final String AUTH_PATH = Api.PATH + "/auth";

    public static SessionCookies of(HttpServerRequest http, boolean embedded) {
        return new SessionCookies(embedded, "https".equals(http.scheme()));
    }

    /** The cookies of a page of ours outside any frame. */
    public static SessionCookies ofPage(HttpServerRequest http) {
        return of(http, false);
    }

    /** The access token that a page sends; a page outside any frame goes first. */
    public static Optional<String> access(HttpServerRequest http) {
        return possible(http)
                .flatMap(cookies -> cookies.sent(http, ACCESS).stream())
                .findFirst();
    }

    /** The proof that may identify the browser; a page outside any frame goes first. */
    static Optional<String> device(HttpServerRequest http) {
        return possible(http)
                .flatMap(cookies -> cookies.sent(http, DEVICE).stream())
                .findFirst();
    }

    /** The kinds of cookies that came; a page outside any frame goes first. */
    public static List<SessionCookies> sentBy(HttpServerRequest http) {
        return possible(http)
                .filter(cookies -> cookies.sent(http, ACCESS).isPresent()
                        || cookies.sent(http, REFRESH).isPresent())
                .toList();
    }

    public Optional<String> refresh(HttpServerRequest http) {
        return sent(http, REFRESH);
    }

    /**
     * Values of {@code Set-Cookie}. Both cookies stay as long as the session: without its expired access token, the
     * page would be taken for the one in the frame instead of being told to refresh.
     */
    public List<String> bearing(Token token) {
        return List.of(
                cookie(ACCESS, token.accessToken(), ACCESS_PATH, token.refreshExpiresIn()),
                cookie(REFRESH, token.refreshToken(), AUTH_PATH, token.refreshExpiresIn()));
    }

    /** A value of {@code Set-Cookie} that identifies the browser at the next sign-in. */
    public String knowing(String proof) {
        return cookie(DEVICE, proof, AUTH_PATH, DEVICE_IS_KNOWN);
    }

    /** As {@link #bearing}; makes the browser forget both. */
    public List<String> cleared() {
        return List.of(cookie(ACCESS, "", ACCESS_PATH, 0), cookie(REFRESH, "", AUTH_PATH, 0));
    }

    private static Stream<SessionCookies> possible(HttpServerRequest http) {
        return saysEmbedded(http) ? Stream.of(of(http, true)) : Stream.of(of(http, false), of(http, true));
    }

    /** A page's script cannot give a WebSocket headers. */
    private static boolean saysEmbedded(HttpServerRequest http) {
        return "true".equals(http.getHeader(SAID_EMBEDDED)) || ("&" + http.query() + "&").contains(SAID_TO_SOCKETS);
    }

    private Optional<String> sent(HttpServerRequest http, String name) {
        return Optional.ofNullable(http.getCookie(named(name)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    private String named(String name) {
        return embedded ? name + OF_EMBEDDED : name;
    }

    /** Written by hand, since no cookie of Vert.x or JAX-RS can be partitioned. */
    private String cookie(String name, String value, String path, long maxAge) {
        return named(name) + "=" + value + "; Path=" + path + "; Max-Age=" + maxAge + "; HttpOnly"
                + (embedded ? "; SameSite=None; Secure; Partitioned" : "; SameSite=Strict" + (https ? "; Secure" : ""));
    }
}
