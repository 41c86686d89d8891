package org.patchbay.audit;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of both lists. */
class AuditFilters {

    @QueryParam("actorId")
    @Parameter(description = "The account that did it", example = "2")
    @Nullable
    Long actorId;

    @QueryParam("action")
    @Parameter(example = "AGENT_UPDATED")
    @Nullable
    Action action;

    @QueryParam("subjectType")
    @Parameter(description = "What kind of thing was changed", example = "AGENT")
    Action.@Nullable Subject subjectType;

    @QueryParam("subjectId")
    @Parameter(description = "The id of what was changed", example = "7")
    @Nullable
    String subjectId;

    @QueryParam("from")
    @Parameter(example = "2026-11-02T00:00:00Z")
    @Nullable
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Exclusive", example = "2026-11-03T00:00:00Z")
    @Nullable
    Instant to;

    AuditSearch search() {
        return new AuditSearch(actorId, action, subjectType, subjectId, from, to);
    }
}
