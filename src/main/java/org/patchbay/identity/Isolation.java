package org.patchbay.identity;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The kinds of data of which people of an organisation see only their groups'. */
@RegisterForReflection
public record Isolation(
        @NotNull @Schema(description = "Also, that agents are given tickets of their groups only", examples = "true")
        Boolean tickets,

        @NotNull @Schema(description = "With their orders", examples = "false")
        Boolean customers,

        @NotNull @Schema(examples = "false") Boolean agents) {

    @Schema(hidden = true)
    @JsonIgnore
    public boolean isOfNothing() {
        return !tickets && !customers && !agents;
    }
}
