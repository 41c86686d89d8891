package org.patchbay.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

/** A mail server that keeps what it takes. */
final class MailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    MailServer() {
        server.start();
    }

    /** The settings with which a replica sends its mails here. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", server.getSmtp().getBindTo(),
                "quarkus.mailer.port", Integer.toString(server.getSmtp().getPort()));
    }

    /** A mail as it came. */
    record Taken(String id, String text) {}

    /** The mails to somebody, in the order in which they came. */
    List<Taken> takenFor(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> address.equals(header(mail, "To")))
                .map(mail -> new Taken(header(mail, "Message-ID"), GreenMailUtil.getBody(mail)))
                .toList();
    }

    /** Forgets all mails. */
    void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
