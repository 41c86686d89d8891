package org.patchbay.chats;

import org.patchbay.shared.language.Words;

/** Texts about how chats begin. */
enum ChatWords implements Words {
    FIELD_OF_FIELD("FIELD names a field of tickets, and nothing else does."),
    ASKED_TWICE("The form asks twice for {0}."),
    ASKS_FOR_IT("The form before chats asks for it."),
    NOT_ASKED("The form does not ask for {0}."),
    NOT_ANSWERED("The form asks for {0} before the chat begins.");

    private final String english;

    ChatWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
