package org.patchbay.skills;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A skill as clients see it. */
@RegisterForReflection
record SkillView(
        @Schema(examples = "2") long id,
        @Schema(examples = "French") String name,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static SkillView of(Skill skill) {
        return new SkillView(skill.id, skill.name, skill.version);
    }
}
