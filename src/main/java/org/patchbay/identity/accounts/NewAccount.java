package org.patchbay.identity.accounts;

import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.Credentials;

/** A sign-in for a supervisor or an admin. */
public record NewAccount(
        @NotBlank @Size(max = 200) @Schema(examples = "Sam Supervisor")
        String name,

        @NotEmpty Set<@NotNull StaffRole> roles,
        @NotNull @Valid Credentials signIn) {}
