package org.patchbay.routing;

import org.patchbay.shared.language.Words;

/** Texts about offers and assignments. */
public enum RoutingWords implements Words {
    NO_OFFER("There is no offer {0}."),
    TICKETS_NOT_DONE("Tickets of the queue are not done."),
    CLOSED("The queue {0} is closed."),
    FULL("The queue {0} is full."),
    OTHER_GROUP("Agent {0} is not of the ticket's group."),
    NO_ROOM("Agent {0} is not available or holds all they can.");

    private final String english;

    RoutingWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
