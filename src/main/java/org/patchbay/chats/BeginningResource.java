package org.patchbay.chats;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.language.Language;

/** How the next chat of the customer who is signed in begins. */
@Path("/me/chat-form")
@Tag(name = "Conversations")
@RolesAllowed(Role.Names.CUSTOMER)
public class BeginningResource {

    private final ChatForms forms;
    private final OwnCustomer ownCustomer;
    private final CurrentActor actor;

    BeginningResource(ChatForms forms, OwnCustomer ownCustomer, CurrentActor actor) {
        this.forms = forms;
        this.ownCustomer = ownCustomer;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "readBeginning",
            summary = "Read how one is greeted, and what is asked before the next chat",
            description = "In the language of `Accept-Language`. The answers go with the first message.")
    public BeginningView read() {
        return forms.beginning(ownCustomer.ofAccount(actor.get().accountId()).orElse(0L), Language.ofReader());
    }
}
