package org.patchbay.conversations;

import org.patchbay.shared.language.Words;

/** Texts about conversations. */
public enum ConversationWords implements Words {
    NO_CONVERSATION("There is no conversation {0}."),
    NO_MESSAGE("There is no message {0} in this conversation."),
    AMONG_STAFF("Only staff writes messages among staff."),
    ONE_DIRECTION("after and before exclude one another."),
    WHOSE("customerId says whose conversations."),
    OWN("Customers begin conversations of their own: customerId is not theirs to say."),
    WITH_WHOM("customerId says with whom another system begins, which answers no form."),
    NO_COLLEAGUE("Account {0} is not of a colleague who sees this ticket."),
    NO_FILE("There is no file {0} in this message."),
    REMOVABLE(
            "Authors take back what they wrote within {0} minutes; after that, and what others wrote, supervisors do."),
    ASKS_NOTHING("Message {0} asks nothing that is answered by a button or a form."),
    NO_SUCH_CHOICE("choice is none of the buttons of the message."),
    NO_BLANK("The form has no blank {0}."),
    BLANK_WRONG("The blank {0} takes a {1}, and may have to be filled in."),
    NOTHING_FILLED_IN("Nothing is filled in."),
    ANSWERED("Message {0} is answered already."),
    STAFF_ASKS("Only staff asks with buttons and forms."),
    TRANSCRIPT("Conversation {0}"),
    NOTE("note among staff"),
    TEXT_ERASED("(The text is erased.)"),
    SYSTEM("Automatic message"),
    CUSTOMER("Customer"),
    STAFF("Staff"),
    BOT("{0} (bot)");

    private final String english;

    ConversationWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
