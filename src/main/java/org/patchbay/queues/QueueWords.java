package org.patchbay.queues;

import org.patchbay.shared.language.Words;

/** Texts about queues, who serves them, and how much at once. */
public enum QueueWords implements Words {
    NO_QUEUE("There is no queue {0}."),
    DEFAULT("Default"),
    DEFAULT_STAYS("The default queue stays."),
    OVERFLOWS_INTO_IT("Another queue leads on to it."),
    INTO_ITSELF("The queue would lead on to itself."),
    NO_CLIENT("There is no API client {0}."),
    HOLDS_TICKETS("The agent holds {0,choice,1#1 ticket|1<{0} tickets} of {1} now."),
    CHANNEL_TWICE("A channel is named twice."),
    MEMBER_TWICE("A member is named twice."),
    MEMBERS_OF_ALL("Who sees a part of the organisation cannot say who serves a queue.");

    private final String english;

    QueueWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
