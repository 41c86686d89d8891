package org.patchbay.conversations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A blank of a form in a message, to be filled in. */
@RegisterForReflection
record Blank(
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9_]{0,39}", message = "{patchbay.blank-name}")
        @Schema(description = "Which the answer names", examples = "size")
        String name,

        @NotBlank @Size(max = 100) @Schema(description = "As the customer reads it", examples = "Your size")
        String label,

        @NotNull Type type,

        @Size(max = 20)
        @Schema(description = "Of a CHOICE; else empty or absent", examples = "[\"Red\",\"Blue\"]", nullable = true)
        List<@NotBlank @Size(max = 100) String> options,

        @Schema(description = "Whether it must be filled in; false where absent", examples = "true", nullable = true)
        Boolean required) {

    static final int LONGEST = 500;

    /** The type of what is filled in. */
    @RegisterForReflection
    enum Type {
        TEXT,
        /** One of the options. */
        CHOICE,
        /** As 2026-11-02. */
        DATE,
        NUMBER
    }

    Blank {
        options = options == null ? List.of() : options;
        required = required != null && required;
    }

    @AssertTrue(message = "{patchbay.blank-options}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isChoiceWithOptions() {
        return (type == Type.CHOICE) != options.isEmpty();
    }

    boolean takes(String text) {
        return text.length() <= LONGEST
                && switch (type) {
                    case TEXT -> true;
                    case CHOICE ->
                        options.stream().anyMatch(option -> option.strip().equals(text));
                    case DATE -> isDate(text);
                    case NUMBER -> text.matches("-?[0-9]{1,15}([.][0-9]{1,9})?");
                };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
