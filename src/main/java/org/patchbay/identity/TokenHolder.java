package org.patchbay.identity;

import java.time.Instant;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.identity.sessions.Tokens;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * The holder of a token, for connections that outlast the request by which they began.
 *
 * @param session {@link Sessions#NONE} where no sign-in made the token
 * @param until when the token ends
 */
public record TokenHolder(Actor actor, long session, Instant until) {

    /** The holder of one of our tokens. */
    public static TokenHolder of(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        var session = token.getClaim(Tokens.SESSION);
        return new TokenHolder(
                Actor.of(token),
                session == null ? Sessions.NONE : Long.parseLong(session.toString()),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
