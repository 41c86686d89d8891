package org.patchbay.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Api;
import org.patchbay.shared.EdgeProblems;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.RequestPipeline;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets the cookie of a page stand for the token that programs send, so that whatever comes after knows one kind of
 * sign-in only. Browsers add cookies by themselves, so one is believed for what changes something only where the
 * request comes from a page of ours.
 */
@ApplicationScoped
class CookieAuthenticationHandler {

    private static final Set<HttpMethod> CHANGING_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String OF_OUR_PAGE = "same-origin";
    private static final String SIGN_IN = Api.PATH + "/auth/";
    private static final String SIGN_OUT = SIGN_IN + "sign-out";

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.COOKIE_AUTHENTICATION_HANDLER);
    }

    /**
     * For those who set, use or clear cookies themselves: else a page of somebody else could sign its visitors in as
     * others.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code foreign-origin}
     */
    static void checkOfOurPage(HttpServerRequest http) {
        if (!isOfOurPage(http)) {
            throw ProblemType.FOREIGN_ORIGIN.because("Programs use POST /auth/token.");
        }
    }

    private void handle(RoutingContext request) {
        var http = request.request();
        var token = token(http, request.normalizedPath());
        if (token.isPresent() && changesSomething(http) && !isOfOurPage(http)) {
            EdgeProblems.refuse(request, ProblemType.FOREIGN_ORIGIN);
            return;
        }
        token.ifPresent(cookie -> http.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie));
        request.next();
    }

    /**
     * Who says with the request who they are means it. Whoever is about to sign in is nobody yet, whatever cookies are
     * left.
     */
    private Optional<String> token(HttpServerRequest http, String path) {
        boolean signsIn = path.startsWith(SIGN_IN) && !path.startsWith(SIGN_OUT);
        return signsIn || http.headers().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : SessionCookies.access(http);
    }

    /** What a WebSocket changes comes after its upgrade, and is asked nothing more. */
    private static boolean changesSomething(HttpServerRequest http) {
        return !CHANGING_NOTHING.contains(http.method()) || http.headers().contains(HttpHeaders.UPGRADE);
    }

    /** Browsers older than {@code Sec-Fetch-Site}, and those that came by plain http, tell the origin. */
    private static boolean isOfOurPage(HttpServerRequest http) {
        var site = http.getHeader("Sec-Fetch-Site");
        return site == null
                ? EdgeProblems.ownOrigin(http).equals(http.getHeader(HttpHeaders.ORIGIN))
                : site.equals(OF_OUR_PAGE);
    }
}
