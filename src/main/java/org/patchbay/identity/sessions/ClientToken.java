package org.patchbay.identity.sessions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The token response to an API client, spelled as in RFC 6749, section 5.1. */
@RegisterForReflection
public record ClientToken(
        @JsonProperty("access_token") String accessToken,

        @JsonProperty("token_type") @Schema(examples = "Bearer")
        String tokenType,

        @JsonProperty("expires_in") @Schema(description = "Seconds", examples = "900")
        long expiresIn,

        @Schema(examples = "orders:write tickets:read") String scope) {

    @Override
    public String toString() {
        return "ClientToken";
    }
}
