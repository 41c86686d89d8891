package org.patchbay.identity.organisations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.time.KnownTimeZone;

/** The new name of an organisation. */
public record OrganisationChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Acme Lamps")
        String name,

        @Pattern(regexp = NewOrganisation.HOST_NAME)
        @Size(max = 190)
        @Schema(examples = "help.acme.example", nullable = true)
        @Nullable
        String hostName,

        @KnownTimeZone @Schema(description = "UTC where absent", examples = "Europe/Berlin", nullable = true) @Nullable
        String timeZone) {}
