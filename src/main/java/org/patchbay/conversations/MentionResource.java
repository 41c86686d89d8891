package org.patchbay.conversations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;

/** The mentions of the one who asks. */
@Path("/me/mentions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MentionResource {

    private static final int MOST = 50;

    private final Mentions mentions;
    private final CurrentActor actor;

    MentionResource(Mentions mentions, CurrentActor actor) {
        this.mentions = mentions;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listMentions",
            summary = "List the notes that mention one, the latest first",
            description = "Those of the last 90 days, about tickets that one sees now. The feed tells of new ones:"
                    + " MENTIONED, with the account as `agentId`.")
    public RestResponse<Page<MentionView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MOST) int limit,
            @Context UriInfo uri) {
        return mentions.list(actor.get(), after, limit).response(uri);
    }

    @GET
    @Path("/unread")
    @Operation(
            operationId = "countUnreadMentions",
            summary = "Count the notes that mention one and that one has not read",
            description = "Reading the conversation up to there reads them.")
    public UnreadMentionsView unread() {
        return mentions.unread(actor.get());
    }
}
