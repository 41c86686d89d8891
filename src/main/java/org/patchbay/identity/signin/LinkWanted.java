package org.patchbay.identity.signin;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To whom a link for a password goes. */
public record LinkWanted(
        @Email
        @Size(max = 190)
        @Schema(
                description = "Their address from now on; needless where it is known",
                examples = "sam@acme.example",
                nullable = true)
        @Nullable
        String email) {}
