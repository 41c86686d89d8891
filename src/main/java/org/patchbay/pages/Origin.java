package org.patchbay.pages;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A site as browsers name it (RFC 6454): https, or http on this machine, in letters without a meaning of their own in
 * headers.
 */
@RegisterForReflection
@Schema(type = SchemaType.STRING, examples = "https://shop.example")
record Origin(
        @JsonValue
        @NotNull
        @Size(max = 200)
        @Pattern(
                regexp = "(https://" + Origin.LABEL + "(\\." + Origin.LABEL + ")*|http://(localhost|127\\.0\\.0\\.1))"
                        + "(:[1-9][0-9]{0,4})?",
                message = "{patchbay.origin}")
        String text) {

    static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Origin of(String text) {
        return new Origin(text);
    }
}
