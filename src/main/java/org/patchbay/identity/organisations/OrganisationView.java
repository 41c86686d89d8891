package org.patchbay.identity.organisations;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An organisation as operators see it. */
@RegisterForReflection
public record OrganisationView(
        @Schema(examples = "2") long id,
        @Schema(examples = "acme") String slug,
        @Schema(examples = "Acme Lamps") String name,

        @Schema(examples = "help.acme.example", nullable = true) @Nullable
        String hostName,

        @Schema(description = "Of the hours that routing policies ask for", examples = "Europe/Berlin")
        String timeZone,

        OrganisationStatus status,
        Instant createdAt,

        @Schema(description = "When a deleted organisation is removed with all its data", nullable = true) @Nullable
        Instant purgeAfter,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    public static OrganisationView of(Organisation organisation) {
        return new OrganisationView(
                organisation.id,
                organisation.slug,
                organisation.name,
                organisation.hostName,
                organisation.timeZone,
                organisation.status,
                organisation.createdAt,
                organisation.purgeAfter,
                organisation.version);
    }
}
