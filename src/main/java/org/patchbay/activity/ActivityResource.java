package org.patchbay.activity;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** The activity of those who have a conversation before them. */
@Path("/conversations/{id}/activity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class ActivityResource {

    private final Activities activities;
    private final CurrentActor actor;

    ActivityResource(Activities activities, CurrentActor actor) {
        this.activities = activities;
        this.actor = actor;
    }

    @PUT
    @Operation(
            operationId = "tellActivity",
            summary = "Tell that one looks at a conversation, or types",
            description = "It is live only. The answer tells of the others who are there; while one looks, the feed"
                    + " tells of them as it changes: `ACTIVITY` what they do, `POSITION` that somebody read on."
                    + " Customers learn when staff types to them, and of nothing else.")
    public List<ActivityView> tell(@RestPath long id, @Valid @NotNull ActivityRequest request) {
        return activities.tell(actor.get(), id, request);
    }
}
