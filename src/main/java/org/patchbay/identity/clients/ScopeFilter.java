package org.patchbay.identity.clients;

import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;
import org.patchbay.shared.web.RequestPipeline;

/**
 * Keeps the token of an API client to its scopes, but for the paths that tell who one is, that sign in, and that only a
 * link opens.
 */
class ScopeFilter {

    private static final Pattern OPEN = Pattern.compile("/me|/auth/.*|/case(/.*)?");

    private final CurrentActor actor;

    ScopeFilter(CurrentActor actor) {
        this.actor = actor;
    }

    @ServerRequestFilter(priority = RequestPipeline.SCOPE_FILTER)
    void check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (!OPEN.matcher(path).matches() && actor.isPresent()) {
            actor.get().checkScope(request.getMethod(), path);
        }
    }
}
