package org.patchbay.chats;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** How an organisation's chats begin. Admins set it. */
@Path("/chat-form")
@Tag(name = "Conversations")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class ChatFormResource {

    private final ChatForms forms;

    ChatFormResource(ChatForms forms) {
        this.forms = forms;
    }

    @GET
    @Operation(operationId = "readChatForm", summary = "Read the greeting, and what is asked before a chat")
    public RestResponse<ChatFormView> read() {
        return tagged(forms.read());
    }

    @PUT
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            operationId = "setChatForm",
            summary = "Say how customers are greeted, and what they are asked before a chat",
            description = "What is known of a customer is not asked. Answers about themselves are noted with the"
                    + " customer, unconfirmed; those of fields with the ticket, where routing policies read them.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such field")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ChatFormView> set(
            @Valid @NotNull ChatFormRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(forms.set(request, ifMatch));
    }

    private static RestResponse<ChatFormView> tagged(ChatFormView form) {
        return VersionedResponses.ok(form, form.version());
    }
}
