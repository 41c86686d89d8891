package org.patchbay.skills;

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

/** The skills of agents. */
@Path("/agents/{id}/skills")
@Tag(name = "Agents")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AgentSkillResource {

    private final AgentSkills skills;

    AgentSkillResource(AgentSkills skills) {
        this.skills = skills;
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listAgentSkills", summary = "List the skills of an agent")
    public List<SkillLevel> list(@RestPath long id) {
        return skills.list(id);
    }

    @PUT
    @Operation(
            operationId = "setAgentSkills",
            summary = "Say which skills an agent has",
            description = "Replaces the whole list.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such skill")
    public List<SkillLevel> set(@RestPath long id, @NotNull @Size(max = 200) List<@NotNull @Valid SkillLevel> wanted) {
        return skills.replace(id, wanted);
    }
}
