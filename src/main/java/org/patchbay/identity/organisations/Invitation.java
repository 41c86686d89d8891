package org.patchbay.identity.organisations;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to invite by mail. The address is also the user name. */
public record Invitation(
        @NotBlank @Size(max = 200) @Schema(examples = "Alex Admin")
        String name,

        @NotNull
        @Email
        @Size(max = 190)
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "alex@acme.example")
        String email) {}
