package org.patchbay.calls.settings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** How an organisation has its calls. Admins set it. */
@Path("/call-setting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class CallSettingResource {

    private final CallSettings settings;

    CallSettingResource(CallSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(
            operationId = "readCallSetting",
            summary = "Read how people call one another, and who knows of those who listen")
    public RestResponse<CallSettingView> read() {
        return tagged(settings.read());
    }

    @PUT
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            operationId = "setCallSetting",
            summary = "Say how people call one another, and who knows of those who listen",
            description = "Calls that go on do so.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<CallSettingView> set(
            @Valid @NotNull CallSettingRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(settings.set(request, ifMatch));
    }

    private static RestResponse<CallSettingView> tagged(CallSettingView setting) {
        return VersionedResponses.ok(setting, setting.version());
    }
}
