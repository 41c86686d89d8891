package org.patchbay.customers;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer shall be after a PUT. */
public record CustomerChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @NotNull @Email @Size(max = 190) @Schema(examples = "carla@example.org")
        String email,

        @Schema(description = "The same as before where absent; the orders go along", examples = "3", nullable = true)
        Long groupId) {}
