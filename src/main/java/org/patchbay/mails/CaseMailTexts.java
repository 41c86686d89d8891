package org.patchbay.mails;

import org.patchbay.shared.language.Words;

/** Texts of mails about cases. Their arguments are the {@link Placeholder}s. */
enum CaseMailTexts implements Words {
    SUBJECT("Your request [#{1}]"),
    RECEIVED("Hello {0},\n\nwe have received your request {1}, and answer as soon as we can. Here you see how it"
            + " stands, and add to it:\n\n{6}\n\n{4}"),
    ANSWERED("Hello {0},\n\nthere is an answer to your request {1}:\n\n{5}\n\nHere you read everything, and"
            + " answer:\n\n{6}\n\n{4}"),
    QUESTION("Hello {0},\n\nwe need an answer of yours to go on with your request {1}:\n\n{5}\n\nHere you"
            + " answer:\n\n{6}\n\n{4}"),
    RESOLVED("Hello {0},\n\nyour request {1} is resolved.\n\n{5}\n\nHere you tell how we did, or that something is"
            + " still open:\n\n{6}\n\n{4}"),
    UNREAD("Hello {0},\n\nwhile you were away, we wrote to you:\n\n{5}\n\nHere you go on with the"
            + " chat:\n\n{6}\n\n{4}"),
    TRANSCRIPT("Hello {0},\n\nthis is what was said about your request {1}:\n\n{5}\n\nHere you read it, too, and"
            + " write to us:\n\n{6}\n\n{4}"),
    SAID("{0}, {1}:"),
    YOU("You"),
    STAFF("Service"),
    OPEN_CASE("Open your request"),
    FILES("Files: {0}");

    private final String english;

    CaseMailTexts(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
