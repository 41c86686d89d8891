package org.patchbay.macros;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A macro in a request. */
record MacroRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Refund and resolve")
        String name,

        @NotNull
        @Valid
        @Schema(examples = "{\"reply\":\"Dear {customer.name}, we refunded your order.\",\"resolve\":true}")
        MacroSteps steps) {}
