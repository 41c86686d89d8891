package org.patchbay.mails;

import org.patchbay.shared.language.Language;

/** The occasion of a mail to a customer. */
enum MailKind {
    /** A ticket was opened. */
    RECEIVED(CaseMailTexts.RECEIVED),
    /** Staff wrote. */
    ANSWERED(CaseMailTexts.ANSWERED),
    /** The ticket waits for an answer of the customer. */
    QUESTION(CaseMailTexts.QUESTION),
    /** The ticket is resolved, and may be rated. */
    RESOLVED(CaseMailTexts.RESOLVED),
    /** Staff wrote in a chat whose customer has not read it for a while. */
    UNREAD(CaseMailTexts.UNREAD),
    /** A chat ended, or somebody asked for all that was said. */
    TRANSCRIPT(CaseMailTexts.TRANSCRIPT);

    private final CaseMailTexts text;

    MailKind(CaseMailTexts text) {
        this.text = text;
    }

    /** In our words, with placeholders. */
    String text(Language language) {
        return Placeholder.in(text, language);
    }

    /** Whether it is not sent where there is nothing to tell. */
    boolean needsWords() {
        return this == ANSWERED || this == UNREAD || this == TRANSCRIPT;
    }

    /** As RFC 3834 calls it: nobody's programs shall answer. */
    String autoSubmitted() {
        return this == RECEIVED ? "auto-replied" : "auto-generated";
    }
}
