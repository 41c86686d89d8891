package org.patchbay.feed;

import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.RolesAllowed;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.Api;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.buffer.Buffer;

/** The feed for screens: one connection a page. It does not read what clients send. */
@WebSocket(path = Api.PATH + "/feed", endpointId = FeedUpgradeCheck.ENDPOINT)
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
class FeedSocket {

    private final Subscriptions subscriptions;

    FeedSocket(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Opens for a token's holder whom {@link FeedUpgradeCheck} admitted. */
    @OnOpen
    @Blocking
    void open(WebSocketConnection connection) {
        var asked = connection.userData().get(FeedUpgradeCheck.ASKED);
        subscriptions.join(asked.holder(), new SocketLine(connection), asked.after());
    }

    private record SocketLine(WebSocketConnection connection) implements FeedConnection {

        @Override
        public CompletionStage<?> send(String type, @Nullable Long number, String json) {
            return connection.sendText(json).subscribeAsCompletionStage();
        }

        @Override
        public boolean isOpen() {
            return connection.isOpen();
        }

        @Override
        public void beat() {
            connection.sendPing(Buffer.buffer()).subscribe().with(sent -> {}, failure -> {});
        }

        @Override
        public void end(End why) {
            connection
                    .close(new CloseReason(why.code(), why.name()))
                    .subscribe()
                    .with(closed -> {}, failure -> {});
        }
    }
}
