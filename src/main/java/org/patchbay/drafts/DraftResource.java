package org.patchbay.drafts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** A draft of the one who asks. */
@Path("/tickets/{id}/drafts/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class DraftResource {

    private static final String KIND = "[a-z0-9]{1,20}";

    private final Drafts drafts;
    private final CurrentActor actor;

    DraftResource(Drafts drafts, CurrentActor actor) {
        this.drafts = drafts;
        this.actor = actor;
    }

    @PUT
    @Operation(
            operationId = "keepDraft",
            summary = "Keep what one writes about a ticket",
            description = "For 30 days since it was changed. `If-Match: \"0\"` keeps it only where there is none yet.")
    @APIResponse(responseCode = "200", description = "Kept")
    @APIResponse(responseCode = "409", description = "There are 200 drafts of the account already")
    @APIResponse(responseCode = "412", description = "If-Match names another version: another device wrote it")
    public RestResponse<DraftView> keep(
            @RestPath long id,
            @RestPath @Pattern(regexp = KIND) @Parameter(description = "What it is to become: one draft for each")
                    String kind,
            @Valid @NotNull DraftRequest draft,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var kept = drafts.keep(actor.get(), id, kind, draft, ifMatch);
        return VersionedResponses.ok(kept, kept.version());
    }

    @DELETE
    @Operation(operationId = "deleteDraft", summary = "Delete a draft, such as one that was sent")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "412", description = "If-Match names another version: another device wrote it")
    public void delete(
            @RestPath long id,
            @RestPath @Pattern(regexp = KIND) String kind,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        drafts.delete(actor.get(), id, kind, ifMatch);
    }
}
