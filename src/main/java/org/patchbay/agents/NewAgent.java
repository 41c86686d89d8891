package org.patchbay.agents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Credentials;

/** An agent to create, with their sign-in. */
public record NewAgent(
        @NotBlank @Size(max = 200) @Schema(examples = "Ada Agent")
        String name,

        @Size(max = 200) @Schema(examples = "Returns desk", nullable = true) @Nullable
        String title,

        @Min(1) @Max(100) @Schema(description = "1 where absent", examples = "1", nullable = true) @Nullable
        Integer capacity,

        @NotNull @Valid Credentials signIn) {}
