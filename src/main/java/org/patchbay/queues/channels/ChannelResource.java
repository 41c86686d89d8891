package org.patchbay.queues.channels;

import java.util.List;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.queues.Channel;
import org.patchbay.queues.ChannelSettings;
import org.patchbay.shared.openapi.VersionedResponses;

/** The cost of tickets, by channel. Admins set it. */
@Path("/channels")
@Tag(name = "Queues")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class ChannelResource {

    private final Channels channels;

    ChannelResource(Channels channels) {
        this.channels = channels;
    }

    @GET
    @Operation(operationId = "listChannels", summary = "List all channels with their settings")
    public List<ChannelView> list() {
        return channels.list();
    }

    @GET
    @Path("/{channel}")
    @Operation(operationId = "readChannel", summary = "Read the settings of a channel")
    public RestResponse<ChannelView> read(@RestPath Channel channel) {
        return tagged(channels.read(channel));
    }

    @PUT
    @Path("/{channel}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "setChannel", summary = "Say what tickets of a channel cost, from the next one on")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ChannelView> set(
            @RestPath Channel channel,
            @Valid @NotNull ChannelRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var settings = new ChannelSettings(request.units(), request.exclusive(), request.offerSeconds());
        return tagged(channels.set(channel, settings, ifMatch));
    }

    private static RestResponse<ChannelView> tagged(ChannelView channel) {
        return VersionedResponses.ok(channel, channel.version());
    }
}
