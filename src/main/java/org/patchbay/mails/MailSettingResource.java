package org.patchbay.mails;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** Mails to customers about their cases, as admins want them. */
@Path("/mail-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mails", description = "What customers are told by mail about their cases")
@RolesAllowed(Role.Names.ADMIN)
public class MailSettingResource {

    private final MailSettings settings;
    private final CurrentActor actor;

    MailSettingResource(MailSettings settings, CurrentActor actor) {
        this.settings = settings;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "readMailSettings",
            summary = "Read how customers are written to",
            description = "With the templates of every occasion and language, our own where nobody said others.")
    public RestResponse<MailSettingsView> read() {
        return tagged(settings.read());
    }

    @PUT
    @Operation(
            operationId = "setMailSettings",
            summary = "Say how customers are written to",
            description = "Works within seconds, for what happens from then on. Customers without an address get no"
                    + " mails.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<MailSettingsView> set(
            @Valid @NotNull MailSettingsRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(settings.set(request, ifMatch));
    }

    @POST
    @Path("/preview")
    @Operation(
            operationId = "previewMail",
            summary = "See a mail by a template, with sample values",
            description = "Nothing is kept or sent.")
    public LetterView preview(@Valid @NotNull MailTemplate template) {
        return LetterView.of(settings.preview(template));
    }

    @POST
    @Path("/test")
    @Operation(operationId = "sendTestMail", summary = "Send oneself a mail by a template, with sample values")
    @APIResponse(responseCode = "204", description = "The mail server has taken it")
    @APIResponse(
            responseCode = "409",
            description =
                    "One's account has no address, or the mail server does not take the mail: the problem says why")
    public void test(@Valid @NotNull MailTemplate template) {
        settings.test(actor.get(), template);
    }

    private static RestResponse<MailSettingsView> tagged(MailSettingsView view) {
        return VersionedResponses.ok(view, view.version());
    }
}
