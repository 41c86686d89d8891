package org.patchbay.chats;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Language;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Words of the house to customers, in their language, else in the other one. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Phrase(
        @Size(max = LONGEST) @Schema(examples = "How can we help?", nullable = true) @Nullable
        String en,

        @Size(max = LONGEST) @Schema(examples = "Wie können wir helfen?", nullable = true) @Nullable
        String de) {

    private static final int LONGEST = 500;

    @AssertTrue(message = "{patchbay.phrase}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isSaying() {
        return Stream.of(Language.values()).anyMatch(language -> !said(language).isBlank());
    }

    public String in(Language language) {
        var wished = said(language);
        return wished.isBlank() ? Stream.of(Language.values()).map(this::said).collect(Collectors.joining()) : wished;
    }

    private String said(Language language) {
        return Objects.requireNonNullElse(
                switch (language) {
                    case EN -> en;
                    case DE -> de;
                },
                "");
    }
}
