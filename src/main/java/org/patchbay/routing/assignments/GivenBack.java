package org.patchbay.routing.assignments;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The tickets that went back. */
@RegisterForReflection
record GivenBack(
        @Schema(description = "The tickets that went back", examples = "[4711]")
        List<Long> tickets) {}
