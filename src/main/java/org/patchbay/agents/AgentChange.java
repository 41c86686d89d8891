package org.patchbay.agents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The profile that an agent shall have after a PUT. */
public record AgentChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Ada Agent")
        String name,

        @Size(max = 200) @Schema(examples = "Returns desk", nullable = true) @Nullable
        String title,

        @NotNull @Min(1) @Max(100) @Schema(examples = "1") Integer capacity) {}
