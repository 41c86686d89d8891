package org.patchbay.pages;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How an organisation's widget is shown, as an admin says it. */
@RegisterForReflection
record WidgetSettings(
        @NotNull
        @Size(max = 20)
        @Schema(description = "The sites that may show it in a frame; none for our own pages only")
        List<@NotNull @Valid Origin> origins) {}
