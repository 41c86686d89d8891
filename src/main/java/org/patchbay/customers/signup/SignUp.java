package org.patchbay.customers.signup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Facts that a new customer tells. */
record SignUp(
        @Size(max = 63)
        @Schema(
                description = "The organisation's slug; needless where the host name tells it",
                examples = "default",
                nullable = true)
        @Nullable
        String organisation,

        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @NotNull
        @Email
        @Size(max = 190)
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "carla@example.org")
        String email) {}
