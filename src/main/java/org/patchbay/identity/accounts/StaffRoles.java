package org.patchbay.identity.accounts;

import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All roles of an account of staff. */
public record StaffRoles(
        @NotNull @Schema(description = "None for an agent who is nothing else")
        Set<@NotNull StaffRole> roles) {}
