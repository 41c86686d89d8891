package org.patchbay.conversations;

import org.patchbay.shared.language.Words;

/** Texts about conversations. */
public enum ConversationWords implements Words {
    NO_CONVERSATION("There is no conversation {0}."),
    NO_MESSAGE("There is no message {0} in this conversation."),
    AMONG_STAFF("Only staff writes messages among staff."),
    ONE_DIRECTION("after and before exclude one another."),
    WHOSE("customerId says whose conversations."),
    NO_COLLEAGUE("Account {0} is not of a colleague who sees this ticket."),
    NO_FILE("There is no file {0} in this message."),
    REMOVABLE(
            "Authors take back what they wrote within {0} minutes; after that, and what others wrote, supervisors do."),
    TRANSCRIPT("Conversation {0}"),
    NOTE("note among staff"),
    TEXT_ERASED("(The text is erased.)"),
    SYSTEM("Automatic message"),
    CUSTOMER("Customer"),
    STAFF("Staff");

    private final String english;

    ConversationWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
