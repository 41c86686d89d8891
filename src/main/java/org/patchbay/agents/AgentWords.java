package org.patchbay.agents;

import org.patchbay.shared.language.Words;

/** Texts about agents and their presence. */
public enum AgentWords implements Words {
    NO_AGENT("There is no agent {0}."),
    NO_REASON("There is no presence reason {0}."),
    HOLDS_UNITS("The agent holds {0,choice,0#no units|1#1 unit|1<{0} units} now."),
    GIVEN_MEANWHILE("The agent was given a ticket meanwhile. Try again."),
    OWN_PRESENCE("Agents set their own presence only."),
    MISSED_OFFERS("Missed offers");

    private final String english;

    AgentWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
