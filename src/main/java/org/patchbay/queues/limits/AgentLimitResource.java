package org.patchbay.queues.limits;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.Role;

/** The number of tickets of each channel that an agent may hold. */
@Path("/agents/{id}/limits")
@Tag(name = "Agents")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AgentLimitResource {

    private final AgentLimits limits;

    AgentLimitResource(AgentLimits limits) {
        this.limits = limits;
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listAgentLimits", summary = "List how many tickets of a channel an agent may hold")
    public List<LimitView> list(@RestPath long id) {
        return limits.list(id);
    }

    @PUT
    @Operation(
            operationId = "setAgentLimits",
            summary = "Say how many tickets of a channel an agent may hold",
            description = "Replaces the whole list. Of a channel that is not in it the agent holds as many as their"
                    + " capacity allows.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The agent holds more than that")
    public List<LimitView> set(@RestPath long id, @NotNull @Size(max = 10) List<@NotNull @Valid LimitView> wanted) {
        return limits.replace(id, wanted);
    }
}
