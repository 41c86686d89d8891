package org.patchbay.calls;

import org.patchbay.shared.language.Words;

/** Texts about calls. */
public enum CallWords implements Words {
    NO_CALL("There is no call {0}."),
    NO_LEG("There is no part {0} in this call."),
    OVER("The call is over."),
    TICKET_OVER("The ticket is over: begin another call."),
    LEG_OVER("This part in the call has ended: {0}. Join again."),
    HOLDER_CALLS("Only the agent who holds the ticket calls its customer."),
    NOT_ADMITTED("You have no part in this call."),
    OFF("There are no such calls here."),
    SUPERVISORS_LISTEN("Only supervisors listen and whisper."),
    NO_PEER("You are not to be connected with {0}."),
    NO_DESCRIPTION("This is no description of a session (SDP), or not the one that is asked for."),
    WAITS_NO_MORE("An agent has the call already."),
    TOO_MANY("There are {0} devices in this call already.");

    private final String english;

    CallWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
