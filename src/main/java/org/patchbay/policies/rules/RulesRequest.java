package org.patchbay.policies.rules;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules of a draft. */
public record RulesRequest(
        @NotNull @Size(max = RulesRequest.MAX_RULES) @Schema(description = "The first that holds decides")
        List<@NotNull @Valid Rule> rules) {

    public static final int MAX_RULES = 200;
}
