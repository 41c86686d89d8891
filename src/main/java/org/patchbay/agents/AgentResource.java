package org.patchbay.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;

/** Agents, kept by admins and supervisors; everybody of the staff sees them and sets their own presence. */
@Path("/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AgentResource {

    private final Agents agents;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    AgentResource(Agents agents, CurrentActor actor, Idempotency idempotency) {
        this.agents = agents;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createAgent", summary = "Create an agent with their sign-in")
    @APIResponseSchema(value = AgentView.class, responseCode = "201", responseDescription = "Created, OFFLINE")
    @APIResponse(responseCode = "409", description = "The user name is taken")
    public RestResponse<AgentView> create(
            @Valid @NotNull NewAgent request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var agent = idempotency.once(me.accountId(), key, request, AgentView.class, () -> agents.create(request));
        return VersionedResponses.created("agents/" + agent.id(), agent, agent.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listAgents", summary = "List agents")
    public RestResponse<Page<AgentView>> list(
            @QueryParam("presence") @Nullable Presence presence,
            @QueryParam("name") @Parameter(description = "Part of the name") @Nullable String name,
            @QueryParam("groupId") @Parameter(description = "Of this group, not of those below it") @Nullable
                    Long groupId,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return agents.list(presence, name, groupId, after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readAgent", summary = "Read an agent")
    public RestResponse<AgentView> read(@RestPath long id) {
        return tagged(agents.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateAgent", summary = "Change an agent's profile")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The agent holds more than the new capacity")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<AgentView> update(
            @RestPath long id, @Valid @NotNull AgentChange change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(agents.update(id, change, ifMatch));
    }

    @PUT
    @Path("/{id}/presence")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "setPresence",
            summary = "Say whether an agent takes tickets",
            description = "Agents set their own presence, supervisors and admins anybody's. An agent who becomes"
                    + " AVAILABLE is given the next waiting ticket at once.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such reason")
    public AgentView presence(@RestPath long id, @Valid @NotNull PresenceChange change) {
        var me = actor.get();
        if (id != me.accountId() && !me.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(AgentWords.OWN_PRESENCE);
        }
        return agents.setPresence(id, change.presence(), change.reasonId());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteAgent",
            summary = "Delete an agent; what they hold returns to the queue with its age")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Nobody else is an admin")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        agents.delete(actor.get(), id, ifMatch);
    }

    private static RestResponse<AgentView> tagged(AgentView agent) {
        return VersionedResponses.ok(agent, agent.version());
    }
}
