package org.patchbay.activity;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.ConversationTickets.About;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * News of a conversation that replicas tell each other.
 *
 * @param about null where somebody moved
 * @param activity null where somebody moved
 */
@RegisterForReflection
record Signal(
        long organisationId,
        long conversationId,
        long accountId,
        @Nullable About about,
        @Nullable ActivityView activity) {}
