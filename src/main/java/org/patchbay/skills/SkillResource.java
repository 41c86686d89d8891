package org.patchbay.skills;

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

/** The skills of an organisation. Admins name them. */
@Path("/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills", description = "Skills of agents, and their levels")
@RolesAllowed(Role.Names.ADMIN)
public class SkillResource {

    private final Skills skills;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    SkillResource(Skills skills, CurrentActor actor, Idempotency idempotency) {
        this.skills = skills;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createSkill", summary = "Name a skill")
    @APIResponseSchema(value = SkillView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public RestResponse<SkillView> create(
            @Valid @NotNull SkillRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var skill = idempotency.once(me.accountId(), key, request, SkillView.class, () -> skills.create(request));
        return VersionedResponses.created("skills/" + skill.id(), skill, skill.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listSkills", summary = "List skills")
    public RestResponse<Page<SkillView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return skills.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readSkill", summary = "Read a skill")
    public RestResponse<SkillView> read(@RestPath long id) {
        return tagged(skills.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateSkill", summary = "Rename a skill")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<SkillView> update(
            @RestPath long id, @Valid @NotNull SkillRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(skills.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSkill", summary = "Delete a skill that no agent has")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "An agent has it, or something requires it")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        skills.delete(id, ifMatch);
    }

    private static RestResponse<SkillView> tagged(SkillView skill) {
        return VersionedResponses.ok(skill, skill.version());
    }
}
