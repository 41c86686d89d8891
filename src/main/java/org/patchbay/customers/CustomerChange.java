package org.patchbay.customers;

import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The values that a customer shall have after a PUT. */
public record CustomerChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @NotNull
        @Email
        @Size(max = 190)
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "carla@example.org")
        String email,

        @Schema(description = "The same as before where absent; the orders go along", examples = "3", nullable = true)
        @Nullable
        Long groupId,

        @Size(max = 35)
        @Pattern(regexp = Customer.LANGUAGE, message = "{patchbay.language-tag}")
        @Schema(description = "BCP 47", examples = "de-AT", nullable = true)
        @Nullable
        String language,

        @Size(max = Customer.MAX_ATTRIBUTES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Further attributes; routing policies can ask for them",
                examples = "{\"tier\":\"gold\"}",
                nullable = true)
        @Nullable
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 1000) String> attributes) {}
