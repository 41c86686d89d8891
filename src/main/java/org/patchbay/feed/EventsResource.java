package org.patchbay.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** The feed for programs: server-sent events, which any HTTP client reads. */
@Path("/events")
@Tag(name = "Events")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class EventsResource {

    private final Subscriptions subscriptions;
    private final CurrentActor actor;

    EventsResource(Subscriptions subscriptions, CurrentActor actor) {
        this.subscriptions = subscriptions;
        this.actor = actor;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followEvents",
            summary = "Follow what happens, as it happens",
            description = "Server-sent events of what you see: lines of the histories of tickets, presences of agents,"
                    + " changes of what admins keep. `id` is the number, `event` the type, `data` the JSON. Each"
                    + " event comes once, in the order of the numbers. ACTIVITY and POSITION have no number: they"
                    + " come to those who have the conversation before them, and are not kept. The stream ends"
                    + " with the token: come back with a new one and `Last-Event-ID`, and nothing is missed."
                    + " Screens get the same, as JSON"
                    + " texts, from the WebSocket `/api/v1/feed?after=`; it is closed with 4401 when the token or"
                    + " session ends.")
    @APIResponse(
            responseCode = "200",
            description = "First HELLO or RESET, then events without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FeedMessage.class)))
    public void follow(
            @QueryParam("after")
                    @Min(0)
                    @Parameter(description = "The last number seen; from now on where it is absent")
                    @Nullable
                    Long after,
            @HeaderParam("Last-Event-ID")
                    @Min(0)
                    @Parameter(description = "As `after`, and stronger: browsers send it")
                    @Nullable
                    Long lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var bearer = actor.holder();
        subscriptions.checkRoomFor(bearer);
        subscriptions.join(bearer, new StreamLine(sink, sse), lastEventId == null ? after : lastEventId);
    }

    private record StreamLine(SseEventSink sink, Sse sse) implements FeedConnection {

        @Override
        public CompletionStage<?> send(String type, @Nullable Long number, String json) {
            try {
                var event = sse.newEventBuilder()
                        .name(type)
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, json);
                return sink.send((number == null ? event : event.id(Long.toString(number))).build());
            } catch (IllegalStateException closedMeanwhile) {
                return CompletableFuture.failedFuture(closedMeanwhile);
            }
        }

        @Override
        public boolean isOpen() {
            return !sink.isClosed();
        }

        @Override
        public void beat() {
            try {
                sink.send(sse.newEventBuilder().comment("still here").build());
            } catch (IllegalStateException closedMeanwhile) {
                // The client is gone already.
            }
        }

        @Override
        public void end(End why) {
            sink.close();
        }
    }
}
