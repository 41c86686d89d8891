package org.patchbay.identity.signin;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The account of a session whose tokens are in cookies. */
@RegisterForReflection
record SignedIn(
        @Schema(examples = "7") long id,
        @Schema(examples = "1") long organisationId,
        @Schema(examples = "Ada Agent") String name,
        @Schema(examples = "agent") List<String> roles,

        @Schema(description = "Until when the access token is good; refresh it a little earlier")
        Instant expiresAt) {

    static SignedIn of(JsonWebToken token) {
        var actor = Actor.of(token);
        return new SignedIn(
                actor.accountId(),
                actor.organisationId(),
                actor.name(),
                actor.roles().stream().map(Role::text).sorted().toList(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
