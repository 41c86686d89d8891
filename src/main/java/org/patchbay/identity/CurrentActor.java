package org.patchbay.identity;

import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the {@link Actor} of a request from its token. */
@RequestScoped
public class CurrentActor {

    private final JsonWebToken token;

    CurrentActor(JsonWebToken token) {
        this.token = token;
    }

    /** The session that the token belongs to; {@link Sessions#NONE} where no sign-in made the token. */
    long session() {
        var session = token.getClaim(Tokens.SESSION);
        return session == null ? Sessions.NONE : Long.parseLong(session.toString());
    }

    public Actor get() {
        return new Actor(
                Long.parseLong(token.getClaim(Tokens.ORGANISATION).toString()),
                Long.parseLong(token.getSubject()),
                token.getClaim(Tokens.NAME).toString(),
                token.getGroups().stream().map(Role::ofText).collect(Collectors.toUnmodifiableSet()));
    }
}
