package org.patchbay.identity;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.Drained;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Secrets;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Times;
import org.patchbay.shared.Transactions;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;

/** Invitations and forgotten passwords: links by mail that let somebody set their password once. */
@ApplicationScoped
class PasswordLinks {

    /** What a link is for. */
    enum Why {
        INVITATION(Duration.ofDays(7), "Your invitation to Patchbay", "You are invited. Choose a password here:"),
        FORGOTTEN(Duration.ofHours(1), "Your Patchbay password", "Choose a new password here, or ignore this mail:");

        private final Duration validity;
        private final String subject;
        private final String sentence;

        Why(Duration validity, String subject, String sentence) {
            this.validity = validity;
            this.subject = subject;
            this.sentence = sentence;
        }
    }

    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Tenancy tenancy;
    private final ReactiveMailer mailer;
    private final Audit audit;
    private final String publicUrl;

    PasswordLinks(
            Passwords passwords,
            SignInThrottle throttle,
            Tenancy tenancy,
            ReactiveMailer mailer,
            Audit audit,
            @ConfigProperty(name = "patchbay.public-url") String publicUrl) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.tenancy = tenancy;
        this.mailer = mailer;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends a link to whoever has this address in the organisation of the caller, where it is stored, never where it was
     * typed; does nothing where nobody has it. Does not wait for the mail server, whose time would tell which addresses are
     * known; a mail that cannot be sent is logged: whoever waits for it asks again.
     */
    void send(String email, Why why) {
        var token = Secrets.random();
        var stored = Transactions.inNew(() -> Account.byEmail(email).map(account -> {
                    PasswordLink.create(
                            Secrets.hash(token), account.id, Times.now().plus(why.validity));
                    audit.record(Action.PASSWORD_LINK_REQUESTED, account.id, null, Map.of("why", why));
                    return account.email;
                }));
        stored.ifPresent(address -> mail(address, token, why));
    }

    private void mail(String address, String token, Why why) {
        var mail = Mail.withText(
                address, why.subject, """
                    %s

                    %s/set-password#%s

                    The link works once, for %d hours. Without a browser: POST /api/v1/auth/password with its last part as
                    the token and the new password.
                    """.formatted(why.sentence, publicUrl, token, why.validity.toHours()));
        mailer.send(mail)
                .subscribe()
                .with(sent -> {}, failure -> Log.errorf(failure, "A mail could not be sent to %s", address));
    }

    /**
     * Ends all sessions of the account, and whatever keeps its owner waiting after wrong passwords.
     *
     * @return the account's id
     * @throws HttpProblem {@code link-expired} where no such link is open
     */
    long use(String token, String newPassword) {
        var hash = Secrets.hash(token);
        var link = tenancy.everywhere(() -> PasswordLink.<PasswordLink>findByIdOptional(hash))
                .filter(found -> found.expiresAt.isAfter(Times.now()))
                .orElseThrow(PasswordLinks::expired);
        var passwordHash = passwords.hash(newPassword);
        tenancy.in(
                link.organisationId(),
                () -> Transactions.inNew(() -> {
                    var account = Account.lock(link.accountId).filter(found -> PasswordLink.take(hash));
                    account.orElseThrow(PasswordLinks::expired).passwordHash = passwordHash;
                    throttle.lift(account.get().username);
                    PasswordLink.deleteOf(link.accountId);
                    Session.deleteOf(link.accountId);
                    audit.record(Action.PASSWORD_SET, link.accountId, null, null);
                }));
        return link.accountId;
    }

    private static HttpProblem expired() {
        return ProblemType.LINK_EXPIRED.because("Ask for a new one.");
    }

    @Drained
    @Scheduled(every = "1h", delayed = "1m", identity = "forget-password-links")
    void forget() {
        tenancy.everywhere(() -> PasswordLink.deleteExpired(Times.now()));
    }
}
