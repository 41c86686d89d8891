package org.patchbay.queues.channels;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.ChannelSettings;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A channel as clients see it. */
@RegisterForReflection
record ChannelView(
        Channel channel,

        @Schema(description = "Of an agent's capacity that a ticket takes", examples = "1")
        int units,

        @Schema(description = "Whether it takes all of an agent who holds nothing else")
        boolean exclusive,

        @Schema(
                description = "How long an agent is asked whether they take it; absent where it is assigned at once",
                examples = "20",
                nullable = true)
        @Nullable
        Integer offerSeconds,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    static ChannelView of(Channel channel, ChannelSettings settings, int version) {
        return new ChannelView(channel, settings.units(), settings.exclusive(), settings.offerSeconds(), version);
    }
}
