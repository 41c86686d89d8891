package org.patchbay.shared.events;

import java.util.function.Consumer;

import io.smallrye.reactive.messaging.MutinyEmitter;

/**
 * The one way to send messages to the broker. They leave on a thread without contexts: a connector goes on in those in
 * which it is given a message, on threads of its own, and for moments has empty ones there. A request that still ran
 * would lose its organisation and its visibility.
 */
public final class Announcements {

    private Announcements() {}

    /** Sends a message soon; exactly one of the two is called, by any thread. */
    public static void send(
            MutinyEmitter<String> channel, String message, Runnable sent, Consumer<? super Throwable> failed) {
        Thread.startVirtualThread(() -> {
            try {
                channel.send(message).subscribe().with(done -> sent.run(), failed);
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        });
    }
}
