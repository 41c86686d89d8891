package org.patchbay.macros;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A macro as clients see it. */
@RegisterForReflection
record MacroView(
        @Schema(examples = "5") long id,
        @Schema(examples = "Refund and resolve") String name,
        MacroSteps steps,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static MacroView of(Macro macro) {
        return new MacroView(macro.id, macro.name, macro.steps, macro.version);
    }
}
