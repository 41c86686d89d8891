package org.patchbay.identity.sessions;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.identity.OwnPages;
import org.patchbay.identity.SessionCookies;
import org.patchbay.shared.Api;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.RequestPipeline;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns the cookie of a page into the token that programs send, so that all later code knows one kind of sign-in only.
 * Browsers add cookies by themselves, so a request that changes something is believed only from a page of ours.
 */
@ApplicationScoped
public class CookieAuthenticationHandler {

    private static final Set<HttpMethod> CHANGING_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SIGN_IN = Api.PATH + "/auth/";
    private static final String SIGN_OUT = SIGN_IN + "sign-out";

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.COOKIE_AUTHENTICATION_HANDLER);
    }

    private void handle(RoutingContext request) {
        var http = request.request();
        var token = token(http, request.normalizedPath());
        if (token.isPresent() && changesSomething(http) && !OwnPages.sent(http)) {
            EdgeProblems.refuse(request, ProblemType.FOREIGN_ORIGIN);
            return;
        }
        token.ifPresent(cookie -> http.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie));
        request.next();
    }

    /**
     * An Authorization header goes before any cookie. A sign-in belongs to no account yet, whatever cookies are left.
     */
    private Optional<String> token(HttpServerRequest http, String path) {
        boolean signsIn = path.startsWith(SIGN_IN) && !path.startsWith(SIGN_OUT);
        return signsIn || http.headers().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : SessionCookies.access(http);
    }

    /** Changes over a WebSocket come after its upgrade, without another check. */
    private static boolean changesSomething(HttpServerRequest http) {
        return !CHANGING_NOTHING.contains(http.method()) || http.headers().contains(HttpHeaders.UPGRADE);
    }
}
