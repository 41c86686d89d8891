package org.patchbay.pages;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The settings of an organisation's widget, in requests and responses. */
@RegisterForReflection
record WidgetSettings(
        @NotNull
        @Size(max = 20)
        @Schema(description = "The sites that may show it in a frame; none for our own pages only")
        List<@NotNull @Valid Origin> origins,

        @Schema(
                description = "Whether visitors of these sites may talk without an account of their own; where absent"
                        + " in a request, they may not",
                examples = "true",
                nullable = true)
        Boolean visitors) {

    WidgetSettings {
        visitors = visitors != null && visitors;
    }
}
