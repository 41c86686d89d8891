package org.patchbay.identity.organisations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.time.KnownTimeZone;

/** A customer company and its first admin. */
public record NewOrganisation(
        @NotNull
        @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", message = "{patchbay.dns-label}")
        @Schema(description = "What sign-ins call it; never changes", examples = "acme")
        String slug,

        @NotBlank @Size(max = 200) @Schema(examples = "Acme Lamps")
        String name,

        @Pattern(regexp = NewOrganisation.HOST_NAME)
        @Size(max = 190)
        @Schema(
                description = "Who comes by this host name need not name the organisation",
                examples = "help.acme.example",
                nullable = true)
        @Nullable
        String hostName,

        @KnownTimeZone
        @Schema(
                description = "Of the hours that routing policies ask for; UTC where absent",
                examples = "Europe/Berlin",
                nullable = true)
        @Nullable
        String timeZone,

        @NotNull @Valid Invitation admin) {

    static final String HOST_NAME = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";
}
