package org.patchbay.identity.signin;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.mail.MailAddresses;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;

/** Hands mails to the mail server. One that it does not take is logged, without any address. */
@ApplicationScoped
class MailDelivery {

    private final ReactiveMailer mailer;

    MailDelivery(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /**
     * Returns at once.
     *
     * @param recipient as the log calls them
     */
    void send(Mail mail, String recipient) {
        // Also covers an address that the mailer does not take.
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .subscribe()
                .with(
                        sent -> {},
                        failure -> Log.errorf(
                                "A mail to %s could not be sent: %s",
                                recipient, MailAddresses.hiddenIn(failure.toString())));
    }
}
