package org.patchbay.shared;

import java.util.Arrays;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

/** Refuses what nobody can mean by an address, where the resource would read something else. */
class UriGuard {

    private static final String RULE = "is UTF-8, escaped where it must be, and " + Texts.RULE + ".";

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 4)
    void check(HttpServerRequest http) {
        if (Texts.ofAddress(http.path()).isEmpty()) {
            throw ProblemType.BAD_REQUEST.because("The path " + RULE);
        }
        if (http.query() != null) {
            Arrays.stream(http.query().split("&")).forEach(UriGuard::checkText);
        }
    }

    private static void checkText(String parameter) {
        if (Texts.ofAddress(parameter).isEmpty()) {
            var name = Texts.ofAddress(parameter.split("=", 2)[0]);
            throw ProblemType.BAD_REQUEST.because(name.orElse("The query") + " " + RULE);
        }
    }
}
