package org.patchbay.identity;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.ProblemType;

/**
 * Keeps the token of an API client to its scopes; a path that has none is closed to clients, but for those that tell
 * who one is and that sign in.
 */
class ScopeFilter {

    private final CurrentActor actor;

    ScopeFilter(CurrentActor actor) {
        this.actor = actor;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2)
    void check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (path.equals("/me") || path.startsWith("/auth/") || !actor.isPresent()) {
            return;
        }
        var me = actor.get();
        if (me.scopes().isEmpty()) {
            return;
        }
        var needed = Scope.of(request.getMethod(), path);
        if (needed.filter(me::isWithin).isEmpty()) {
            throw ProblemType.INSUFFICIENT_SCOPE.because(
                    needed.map(scope -> "The token lacks " + scope.text() + ".").orElse("No API client may do this."));
        }
    }
}
