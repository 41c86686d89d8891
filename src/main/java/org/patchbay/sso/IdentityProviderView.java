package org.patchbay.sso;

import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An identity provider as clients see it, without its secret. */
@RegisterForReflection
record IdentityProviderView(
        @Schema(examples = "https://login.acme.example/realms/acme")
        String issuer,

        @Schema(examples = "patchbay") String clientId,
        boolean enabled,

        @Schema(examples = "realm_access/roles", nullable = true) @Nullable
        String roleClaim,

        SortedMap<String, MappedRole> roles,

        @Schema(nullable = true) @Nullable MappedRole defaultRole,

        @Schema(examples = "groups", nullable = true) @Nullable
        String groupClaim,

        SortedMap<String, MappedGroup> groups,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static IdentityProviderView of(IdentityProvider settings) {
        return new IdentityProviderView(
                settings.issuer,
                settings.clientId,
                settings.enabled,
                settings.roleClaim,
                new TreeMap<>(settings.roles),
                settings.defaultRole,
                settings.groupClaim,
                new TreeMap<>(settings.groupPlaces),
                settings.version);
    }
}
