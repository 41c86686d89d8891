package org.patchbay.recordings;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The recordings that a client looks for. */
public class RecordingFilters {

    @QueryParam("ticketId")
    @Parameter(example = "4711")
    @Nullable
    Long ticketId;

    @QueryParam("agentId")
    @Parameter(description = "The agent at the beginning", example = "7")
    @Nullable
    Long agentId;

    @QueryParam("queueId")
    @Parameter(description = "The queue at the beginning", example = "3")
    @Nullable
    Long queueId;

    @QueryParam("customerId")
    @Parameter(example = "42")
    @Nullable
    Long customerId;

    @QueryParam("from")
    @Parameter(description = "Begun then or later", example = "2026-11-02T00:00:00Z")
    @Nullable
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Exclusive", example = "2026-11-03T00:00:00Z")
    @Nullable
    Instant to;

    @QueryParam("longerThan")
    @Min(0)
    @Max(1_000_000)
    @Parameter(description = "In seconds", example = "60")
    @Nullable
    Long longerThan;

    RecordingSearch search() {
        return new RecordingSearch(ticketId, agentId, queueId, customerId, from, to, longerThan);
    }
}
