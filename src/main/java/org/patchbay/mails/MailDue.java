package org.patchbay.mails;

import java.time.Instant;

import org.patchbay.deliveries.Deliveries;

/**
 * A mail to be sent. Its words are found when it is sent: none wait in the queue.
 *
 * @param wished whether somebody asked for it, so that it is sent whatever the settings say
 */
record MailDue(MailKind kind, long ticket, boolean wished) {

    private static final String WISHED = "WISHED";

    /** Has it sent after those about the same conversation that were added before. */
    void add(Deliveries deliveries, long conversation) {
        deliveries.add(CaseMails.KIND, Long.toString(conversation), text());
    }

    /** Has it sent at a time, or together with those of its kind that wait already. */
    void addFor(Deliveries deliveries, long conversation, Instant dueAt) {
        deliveries.add(CaseMails.KIND, lane(conversation), text(), dueAt);
    }

    /** Has it sent soon, unless one of its kind waits already. */
    void addOnce(Deliveries deliveries, long conversation) {
        deliveries.addOnce(CaseMails.KIND, lane(conversation), text());
    }

    private String lane(long conversation) {
        return conversation + "/" + kind;
    }

    String text() {
        return kind + " " + ticket + (wished ? " " + WISHED : "");
    }

    static MailDue of(String text) {
        var parts = text.split(" ");
        return new MailDue(
                MailKind.valueOf(parts[0]), Long.parseLong(parts[1]), parts.length > 2 && parts[2].equals(WISHED));
    }
}
