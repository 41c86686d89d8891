package org.patchbay.mails;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** Transcripts of conversations, by mail to their customers. */
@Path("/conversations/{id}/transcript-mail")
@Tag(name = "Mails")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class TranscriptResource {

    private final Transcripts transcripts;
    private final CurrentActor actor;

    TranscriptResource(Transcripts transcripts, CurrentActor actor) {
        this.transcripts = transcripts;
        this.actor = actor;
    }

    @POST
    @Operation(
            operationId = "mailTranscript",
            summary = "Mail the customer what was said to them and by them",
            description = "The last 200 messages, without those among staff.")
    @APIResponse(responseCode = "204", description = "It goes out soon")
    @APIResponse(responseCode = "409", description = "The customer has no address")
    public void send(@RestPath long id) {
        transcripts.send(actor.get(), id);
    }
}
