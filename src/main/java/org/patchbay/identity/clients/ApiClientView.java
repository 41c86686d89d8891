package org.patchbay.identity.clients;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Scope;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An API client as admins see it. */
@RegisterForReflection
record ApiClientView(
        @Schema(examples = "9") long id,
        @Schema(examples = "Shop") String name,
        @Schema(examples = "c-4Zl0pQ") String clientId,

        @Schema(description = "Shown once, when it is made", nullable = true) @Nullable
        String clientSecret,

        List<Scope> scopes,
        @Schema(nullable = true) @Nullable Instant expiresAt,

        @Schema(description = "When it last got a token", nullable = true) @Nullable
        Instant lastUsedAt,

        Instant createdAt) {

    static ApiClientView of(ApiClient client, String name) {
        return new ApiClientView(
                client.id,
                name,
                client.clientId,
                null,
                client.scopes.stream().sorted().toList(),
                client.expiresAt,
                client.lastUsedAt,
                client.createdAt);
    }

    ApiClientView withSecret(String secret) {
        return new ApiClientView(id, name, clientId, secret, scopes, expiresAt, lastUsedAt, createdAt);
    }

    @Override
    public String toString() {
        return "ApiClientView[" + clientId + "]";
    }
}
