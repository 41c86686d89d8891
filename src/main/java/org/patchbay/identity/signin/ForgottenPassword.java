package org.patchbay.identity.signin;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The account that wants a link for a new password. */
public record ForgottenPassword(
        @Size(max = 63) @Schema(examples = "default", nullable = true) @Nullable
        String organisation,

        @NotNull @Email @Size(max = 190) @Schema(examples = "alex@acme.example")
        String email) {}
