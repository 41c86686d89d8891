package org.patchbay.views;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A saved view in a request. */
record SavedViewRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "VIPs under warranty")
        String name,

        @Valid @NotNull ViewFilter filter,

        @Size(max = 20)
        @Schema(
                description = "As GET /tickets takes it; its usual one where absent",
                examples = "-openedAt",
                nullable = true)
        @Nullable
        String sort,

        @NotNull
        @Size(max = 40)
        @Schema(
                description = "What is shown of a ticket, in this order: `id`, `status`, `channel`, `priority`,"
                        + " `reason`, `note`, `queue`, `agent`, `customer`, `group`, `order`, `openedAt`,"
                        + " `waitingSince`, `answerDueAt`, `resolutionDueAt`, `resolvedAt`, `updatedAt`, `rating`,"
                        + " `tags`, or `fields.` and the key of one",
                examples = "[\"id\",\"status\",\"tags\"]")
        List<@NotNull @Pattern(regexp = SavedViewRequest.COLUMN, message = "{patchbay.ticket-column}") String> columns,

        @Schema(
                description = "Whether others see it, too, which supervisors and admins may say; false where absent",
                examples = "false",
                nullable = true)
        Boolean shared,

        @Schema(
                description = "Of a shared one: the group that sees it; everybody where absent",
                examples = "3",
                nullable = true)
        @Nullable
        Long groupId) {

    static final String FIELD = "fields.";

    static final String COLUMN = "id|status|channel|priority|reason|note|queue|agent|customer|group|order"
            + "|openedAt|waitingSince|answerDueAt|resolutionDueAt|resolvedAt|updatedAt|rating|tags"
            + "|fields\\.[a-z][a-z0-9_]{0,39}";

    SavedViewRequest {
        shared = shared != null && shared;
        columns = columns == null ? null : columns.stream().distinct().toList();
    }
}
