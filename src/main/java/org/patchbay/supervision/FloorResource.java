package org.patchbay.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Presence;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;

/** The floor, for supervisors, and for the wallboards of other systems. */
@Path("/floor")
@Tag(name = "Floor", description = "The present state: queues, agents, alarms")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class FloorResource {

    private final Floor floor;
    private final AgentBoard agentBoard;
    private final CallBoard callBoard;
    private final CurrentActor actor;

    FloorResource(Floor floor, AgentBoard agentBoard, CallBoard callBoard, CurrentActor actor) {
        this.callBoard = callBoard;
        this.floor = floor;
        this.agentBoard = agentBoard;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "readFloor",
            summary = "Read the state of every queue now, with the alarms that are raised",
            description = "Counts visible tickets and agents. A user who sees a part of the organisation gets the"
                    + " queues where they see something.")
    public FloorView read() {
        return floor.of(actor.get().organisationId(), CurrentVisibility.current());
    }

    @GET
    @Path("/agents")
    @Operation(operationId = "listBoard", summary = "List agents with their presence and what they hold")
    public RestResponse<Page<AgentStatusRow>> agents(
            @QueryParam("presence") @Nullable Presence presence,
            @QueryParam("queueId") @Parameter(description = "Only agents who serve this queue") @Nullable Long queueId,
            @QueryParam("groupId") @Parameter(description = "Of this group, not of those below it") @Nullable
                    Long groupId,
            @QueryParam("name") @Parameter(description = "Part of the name") @Nullable String name,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return agentBoard.list(presence, queueId, groupId, name, after, limit).response(uri);
    }

    @GET
    @Path("/calls")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "listCallsOnFloor",
            summary = "List the calls that go on, the oldest first",
            description = "With those who are in them, hidden ones too, how their lines are, and whether they are"
                    + " recorded. Join one by `POST /calls/{id}/legs`.")
    public RestResponse<Page<CallOnFloor>> calls(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return callBoard.list(actor.get(), after, limit).response(uri);
    }
}
