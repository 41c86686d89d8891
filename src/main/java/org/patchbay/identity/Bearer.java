package org.patchbay.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who holds a token, for connections that outlast the request by which they began.
 *
 * @param session {@link Sessions#NONE} where no sign-in made the token
 * @param scopes what an API client may do; empty for everybody else
 * @param until when the token ends
 */
public record Bearer(Actor actor, long session, Optional<Set<Scope>> scopes, Instant until) {

    /** Of one of our tokens. */
    public static Bearer of(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        var session = token.getClaim(Tokens.SESSION);
        return new Bearer(
                Actor.of(token),
                session == null ? Sessions.NONE : Long.parseLong(session.toString()),
                token.<String>claim(Tokens.SCOPE).map(Scope::ofList),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** Whether scopes do not forbid it; roles may. */
    public boolean isWithin(Scope scope) {
        return scopes.isEmpty() || scopes.get().contains(scope);
    }
}
