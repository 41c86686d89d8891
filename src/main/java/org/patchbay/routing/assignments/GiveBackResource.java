package org.patchbay.routing.assignments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** The tickets of agents who are not there any more. */
@Path("/agents/{id}/give-back")
@Tag(name = "Agents")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class GiveBackResource {

    private final Unattended unattended;
    private final CurrentActor actor;

    GiveBackResource(Unattended unattended, CurrentActor actor) {
        this.unattended = unattended;
        this.actor = actor;
    }

    @POST
    @Operation(
            operationId = "giveBack",
            summary = "Give back to its queue all that an agent holds who is AWAY or OFFLINE",
            description = "With its age, as `releaseTicket` does: of tickets that one sees. Nothing goes back where the"
                    + " agent is there again, nor when it is asked for a second time.")
    public GivenBack giveBack(@RestPath long id) {
        return new GivenBack(unattended.giveBack(actor.get(), id));
    }
}
