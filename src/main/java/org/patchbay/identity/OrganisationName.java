package org.patchbay.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The name of an organisation. */
@RegisterForReflection
public record OrganisationName(
        @Schema(description = "For sign-ins", examples = "acme")
        String slug,

        @Schema(description = "For people", examples = "Acme Lamps")
        String name) {}
