package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.RateLimits;
import org.patchbay.shared.RateLimits.Kind;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Limits what an account asks, before {@link AccountGuard} asks the database about it. What its roles forbid is refused
 * even before that, and counts for the address alone.
 */
class RateGuard {

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final RateLimits limits;

    RateGuard(SecurityIdentity identity, JsonWebToken token, RateLimits limits) {
        this.identity = identity;
        this.token = token;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check() {
        if (!identity.isAnonymous()) {
            boolean client = token.containsClaim(Tokens.SCOPE);
            limits.check(client ? Kind.CLIENT : Kind.ACCOUNT, token.getSubject());
        }
    }
}
