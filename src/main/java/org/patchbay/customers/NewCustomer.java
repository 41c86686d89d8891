package org.patchbay.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.Credentials;

/** A customer to create, with or without a sign-in. */
public record NewCustomer(
        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @NotNull @Email @Size(max = 190) @Schema(examples = "carla@example.org")
        String email,

        @Schema(
                description = "Where absent, the organisation itself, or the only group of whoever sees no more",
                examples = "3",
                nullable = true)
        Long groupId,

        @Valid @Schema(nullable = true) Credentials signIn) {}
