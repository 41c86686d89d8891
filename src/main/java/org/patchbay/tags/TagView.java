package org.patchbay.tags;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A tag as clients see it. */
@RegisterForReflection
public record TagView(
        @Schema(examples = "3") long id,
        @Schema(examples = "VIP") String name,
        TagColour colour,

        @Schema(description = "Whether nothing more gets it; what bears it keeps it")
        boolean archived,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static TagView of(Tag tag) {
        return new TagView(tag.id, tag.name, tag.colour, tag.archived, tag.version);
    }
}
