package org.patchbay.sso;

import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How people of an organisation sign in, without what must stay secret. */
@RegisterForReflection
record SignOnView(
        @Schema(examples = "https://login.acme.example/realms/acme")
        String issuer,

        @Schema(examples = "patchbay") String clientId,
        boolean enabled,

        @Schema(examples = "realm_access/roles", nullable = true)
        String roleClaim,

        SortedMap<String, MappedRole> roles,

        @Schema(nullable = true) MappedRole defaultRole,

        @Schema(examples = "groups", nullable = true) String groupClaim,

        SortedMap<String, GroupPlace> groups,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static SignOnView of(SignOn signOn) {
        return new SignOnView(
                signOn.issuer,
                signOn.clientId,
                signOn.enabled,
                signOn.roleClaim,
                new TreeMap<>(signOn.roles),
                signOn.defaultRole,
                signOn.groupClaim,
                new TreeMap<>(signOn.groupPlaces),
                signOn.version);
    }
}
