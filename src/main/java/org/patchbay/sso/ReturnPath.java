package org.patchbay.sso;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.Api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;

/**
 * The path to which a browser goes after a federated sign-in. It waits in a cookie meanwhile, and is checked again when
 * it is used, so that nobody is sent to another site.
 */
record ReturnPath(String path, boolean https) {

    private static final String COOKIE = "patchbay-return";
    private static final String COOKIE_PATH = Api.PATH + "/auth/sso";
    private static final int FLOW_SECONDS = 15 * 60;
    private static final String HOME = "/";
    private static final String SIGN_IN = "/sign-in?problem=";
    /** One slash and no backslash: browsers take two of either for the beginning of a host name. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]{0,498})?");

    static ReturnPath of(HttpServerRequest http) {
        var cookie = http.getCookie(COOKIE);
        return new ReturnPath(
                Optional.ofNullable(cookie)
                        .flatMap(waiting -> decoded(waiting.getValue()))
                        .orElse(HOME),
                "https".equals(http.scheme()));
    }

    /** Redirects to the identity provider. */
    Response out(Response redirect, @Nullable String target) {
        var waiting = local(target).orElse(HOME);
        var encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(waiting.getBytes(StandardCharsets.US_ASCII));
        return Response.fromResponse(redirect)
                .header(HttpHeaders.SET_COOKIE, cookie(encoded, FLOW_SECONDS))
                .build();
    }

    /** Redirects back, signed in by these cookies. */
    Response back(List<String> cookies) {
        var answer = to(path);
        cookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    /** Redirects to the sign-in page, which explains the refusal. */
    Response refused(HttpProblem problem) {
        var type = problem.getType().toString();
        return to(SIGN_IN + type.substring(type.lastIndexOf(':') + 1)).build();
    }

    /** Sets Location as a text, since JAX-RS would put the path below the API's. */
    private Response.ResponseBuilder to(String location) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.SET_COOKIE, cookie("", 0));
    }

    /** Comes along when the identity provider sends the browser back, as a Strict one would not. */
    private String cookie(String value, int maxAge) {
        return COOKIE + "=" + value + "; Path=" + COOKIE_PATH + "; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                + (https ? "; Secure" : "");
    }

    private static Optional<String> decoded(String value) {
        try {
            return local(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> local(@Nullable String path) {
        return Optional.ofNullable(path).filter(given -> LOCAL.matcher(given).matches());
    }
}
