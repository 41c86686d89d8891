package org.patchbay.identity;

import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Requests of our own pages, which alone sign in and act by cookies. */
public final class OwnPages {

    private static final String OF_OUR_PAGE = "same-origin";

    private OwnPages() {}

    /**
     * For endpoints that set, use or clear cookies: otherwise a foreign page could sign its visitors in to another
     * account.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code foreign-origin}
     */
    public static void check(HttpServerRequest http) {
        if (!sent(http)) {
            throw ProblemType.FOREIGN_ORIGIN.because(IdentityWords.FOR_PROGRAMS);
        }
    }

    /** Browsers without {@code Sec-Fetch-Site}, and those that came by plain http, send the origin. */
    public static boolean sent(HttpServerRequest http) {
        var site = http.getHeader("Sec-Fetch-Site");
        return site == null
                ? EdgeProblems.ownOrigin(http).equals(http.getHeader(HttpHeaders.ORIGIN))
                : site.equals(OF_OUR_PAGE);
    }
}
