package org.patchbay.mails;

/** A mail to be sent: the occasion, and the ticket. Its words are found when it is sent: none wait in the queue. */
record MailDue(MailKind kind, long ticket) {

    String text() {
        return kind + " " + ticket;
    }

    static MailDue of(String text) {
        int space = text.indexOf(' ');
        return new MailDue(MailKind.valueOf(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }
}
