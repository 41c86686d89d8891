package org.patchbay.conversations;

import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's answers to what is asked before a chat. */
public record FormAnswers(
        @Size(max = 200) @Schema(examples = "Carla", nullable = true) @Nullable
        String name,

        @Email @Size(max = 190) @Schema(examples = "carla@example.org", nullable = true) @Nullable
        String email,

        @Pattern(regexp = "[+]?[0-9 ()/.-]{3,40}", message = "{patchbay.phone}")
        @Schema(examples = "+43 316 123456", nullable = true)
        @Nullable
        String phone,

        @Size(max = 10)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Values of fields of tickets, by their keys",
                examples = "{\"topic\":\"Delivery\"}",
                nullable = true)
        Map<@NotBlank @Size(max = 40) String, @Nullable Object> fields) {

    static final FormAnswers NONE = new FormAnswers(null, null, null, Map.of());

    public FormAnswers {
        fields = fields == null ? Map.of() : fields;
    }
}
