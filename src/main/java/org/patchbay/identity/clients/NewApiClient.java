package org.patchbay.identity.clients;

import java.time.Instant;
import java.util.Set;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Scope;
import org.patchbay.shared.time.StorableTime;

/** Another system that shall sign in. */
record NewApiClient(
        @NotBlank @Size(max = 200) @Schema(examples = "Shop")
        String name,

        @NotEmpty Set<@NotNull Scope> scopes,

        @Future
        @StorableTime
        @Schema(description = "Absent for never", examples = "2030-01-01T00:00:00Z", nullable = true)
        @Nullable
        Instant expiresAt) {}
