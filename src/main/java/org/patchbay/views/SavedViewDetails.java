package org.patchbay.views;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A saved view as clients see it. */
@RegisterForReflection
record SavedViewDetails(
        @Schema(examples = "6") long id,
        @Schema(examples = "VIPs under warranty") String name,
        ViewFilter filter,

        @Schema(
                description = "As GET /tickets takes it; absent for its usual one",
                examples = "-openedAt",
                nullable = true)
        @Nullable
        String sort,

        @Schema(description = "What is shown of a ticket, in this order")
        List<String> columns,

        @Schema(description = "Whether others see it, too, or its owner alone")
        boolean shared,

        @Schema(
                description = "Of a shared one: the group that sees it; absent for everybody",
                examples = "3",
                nullable = true)
        @Nullable
        Long groupId,

        @Schema(description = "Whether one may change it") boolean mayChange,

        @Schema(description = "What it names and what is gone since, or out of sight; usually empty")
        List<Missing> missing,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    /** Something that a view names and that is not there. */
    @RegisterForReflection
    record Missing(
            @Schema(description = "A parameter of the filter, or `columns`", examples = "tagId")
            String parameter,

            @Schema(examples = "3") String value) {}

    static SavedViewDetails of(SavedView view, boolean mayChange, List<Missing> missing) {
        return new SavedViewDetails(
                view.id,
                view.name,
                view.filter,
                view.sort,
                view.columns,
                view.isShared(),
                view.groupId,
                mayChange,
                missing,
                view.version);
    }
}
