package org.patchbay.mails;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.deliveries.DeliveryFailed;
import org.patchbay.shared.mail.MailAddresses;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;

/** Hands mails to the mail server, and waits until it has taken them. */
@ApplicationScoped
class MailServer {

    private final ReactiveMailer mailer;
    private final Duration patience;

    MailServer(ReactiveMailer mailer, MailsConfig config) {
        this.mailer = mailer;
        this.patience = config.patience();
    }

    void send(Mail mail) throws DeliveryFailed {
        try {
            mailer.send(mail).await().atMost(patience);
        } catch (RuntimeException e) {
            var problem = MailAddresses.hiddenIn(cause(e).toString());
            throw isForGood(cause(e)) ? DeliveryFailed.forGood(problem) : DeliveryFailed.forNow(problem);
        }
    }

    private static Throwable cause(RuntimeException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    /** The server refuses the mail itself, or no address can be like that. */
    private static boolean isForGood(Throwable cause) {
        return cause instanceof SMTPException smtp && smtp.isPermanent() || cause instanceof IllegalArgumentException;
    }
}
