package org.patchbay.identity.organisations;

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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

import io.vertx.core.http.HttpServerRequest;

/** The customer companies of this service. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "For operators, who see nothing inside them")
@RolesAllowed(Role.Names.OPERATOR)
public class OrganisationResource {

    private final Organisations organisations;

    OrganisationResource(Organisations organisations) {
        this.organisations = organisations;
    }

    @POST
    @Operation(
            operationId = "createOrganisation",
            summary = "Create an organisation and invite its first admin by mail")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201", responseDescription = "Created, ACTIVE")
    @APIResponse(responseCode = "409", description = "The slug or host name is taken")
    public RestResponse<OrganisationView> create(
            @Valid @NotNull NewOrganisation request, @Context HttpServerRequest http) {
        var organisation = organisations.create(request, Language.of(http));
        return VersionedResponses.created("organisations/" + organisation.id(), organisation, organisation.version());
    }

    @GET
    @Operation(operationId = "listOrganisations", summary = "List organisations")
    public RestResponse<Page<OrganisationView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return organisations.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readOrganisation", summary = "Read an organisation")
    public RestResponse<OrganisationView> read(@RestPath long id) {
        return tagged(organisations.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateOrganisation", summary = "Change an organisation's name and host name")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<OrganisationView> update(
            @RestPath long id,
            @Valid @NotNull OrganisationChange change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(organisations.update(id, change, ifMatch));
    }

    @POST
    @Path("/{id}/admins")
    @ResponseStatus(202)
    @Operation(
            operationId = "inviteAdmin",
            summary = "Invite an admin by mail, or send a new link to one who was invited")
    @APIResponse(responseCode = "202", description = "Invited")
    @APIResponse(responseCode = "409", description = "Somebody who is no admin has this address")
    public void inviteAdmin(@RestPath long id, @Valid @NotNull Invitation admin, @Context HttpServerRequest http) {
        organisations.inviteAdmin(id, admin, Language.of(http));
    }

    @POST
    @Path("/{id}/suspend")
    @Operation(
            operationId = "suspendOrganisation",
            summary = "Suspend an organisation",
            description = "Within seconds nobody of it can do anything and nothing is assigned; all data is kept.")
    public RestResponse<OrganisationView> suspend(
            @RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(organisations.suspend(id, ifMatch));
    }

    @POST
    @Path("/{id}/activate")
    @Operation(
            operationId = "activateOrganisation",
            summary = "End a suspension, or bring back a deleted organisation that is still there")
    public RestResponse<OrganisationView> activate(
            @RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(organisations.activate(id, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteOrganisation",
            summary = "Delete an organisation",
            description = "It is suspended at once, and removed with all its data after a time of grace.")
    public RestResponse<OrganisationView> delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(organisations.delete(id, ifMatch));
    }

    private static RestResponse<OrganisationView> tagged(OrganisationView organisation) {
        return VersionedResponses.ok(organisation, organisation.version());
    }
}
