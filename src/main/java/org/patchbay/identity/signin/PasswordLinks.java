package org.patchbay.identity.signin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.accounts.LinkPurpose;
import org.patchbay.identity.accounts.PasswordLink;
import org.patchbay.identity.accounts.Passwords;
import org.patchbay.identity.organisations.Organisation;
import org.patchbay.identity.sessions.Session;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.mailer.Mail;
import io.quarkus.scheduler.Scheduled;

import static java.util.Objects.requireNonNull;

/** Invitations, sign-ups and forgotten passwords: links by mail that set a password once. */
@ApplicationScoped
public class PasswordLinks {

    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final CurrentOrganisation currentOrganisation;
    private final Batches batches;
    private final MailDelivery delivery;
    private final Audit audit;
    private final String publicUrl;

    PasswordLinks(
            Passwords passwords,
            SignInThrottle throttle,
            CurrentOrganisation currentOrganisation,
            Batches batches,
            MailDelivery delivery,
            Audit audit,
            @ConfigProperty(name = "patchbay.public-url") String publicUrl) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.currentOrganisation = currentOrganisation;
        this.batches = batches;
        this.delivery = delivery;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends a link to the owner of this address in the organisation of the caller, as it is stored, never as it was
     * typed. Does nothing where no account has it. Does not wait for the mail server, because the time would tell which
     * addresses are known. A mail that cannot be sent is logged; its recipient asks again.
     *
     * @param language the language of the request; the account's own goes before it
     * @return whether an account has the address
     */
    public boolean send(String email, LinkPurpose purpose, Language language) {
        var letter =
                Transactions.inNew(() -> Account.byEmail(email).flatMap(account -> link(account, purpose, language)));
        letter.ifPresent(this::post);
        return letter.isPresent();
    }

    /** As {@link #send}, for an admin and an account that has an address. */
    public void sendTo(long accountId, Language language) {
        var letter = Transactions.inNew(
                () -> Account.byId(accountId).flatMap(account -> link(account, LinkPurpose.SENT_BY_ADMIN, language)));
        letter.ifPresent(this::post);
    }

    /** As {@link #send}, for a person without an account. */
    public void sendToNewcomer(String email, String name, Language language) {
        var token = RandomSecrets.random();
        var expiresAt = Times.now().plus(LinkPurpose.SIGN_UP.validity());
        var slug = Transactions.inNew(() -> {
            PasswordLink.createForNewcomer(RandomSecrets.hash(token), email, name, expiresAt);
            return slug();
        });
        delivery.send(
                LinkPurpose.SIGN_UP.mail(language, email, url(LinkPurpose.SIGN_UP, slug, token)),
                "a newcomer of organisation " + CurrentOrganisation.id());
    }

    private record Letter(long accountId, Mail mail) {}

    private void post(Letter letter) {
        delivery.send(letter.mail, "account " + letter.accountId);
    }

    private Optional<Letter> link(Account account, LinkPurpose purpose, Language language) {
        var address = account.email;
        if (address == null) {
            return Optional.empty();
        }
        var token = RandomSecrets.random();
        PasswordLink.create(
                RandomSecrets.hash(token), account.id, address, Times.now().plus(purpose.validity()));
        audit.record(Action.PASSWORD_LINK_REQUESTED, account.id, null, Map.of("why", purpose));
        var reads = account.language == null ? language : Language.of(account.language);
        return Optional.of(new Letter(account.id, purpose.mail(reads, address, url(purpose, slug(), token))));
    }

    /** The secret part comes where no server logs it. */
    private String url(LinkPurpose purpose, String slug, String token) {
        return publicUrl + "/" + purpose.page() + "?organisation=" + slug + "#" + token;
    }

    private static String slug() {
        return Organisation.<Organisation>findById(CurrentOrganisation.id()).slug;
    }

    /**
     * Sets the password. Ends all sessions of the account, and clears its counts of wrong passwords.
     *
     * @return the account's id
     * @throws HttpProblem {@code link-expired} where no such link is open
     */
    public long use(String token, String newPassword) {
        var hash = RandomSecrets.hash(token);
        var link = open(hash).filter(found -> found.accountId != null).orElseThrow(PasswordLinks::expired);
        long accountId = requireNonNull(link.accountId);
        var passwordHash = passwords.hash(newPassword);
        currentOrganisation.in(
                link.organisationId(),
                () -> Transactions.inNew(() -> {
                    var account = Account.lock(accountId)
                            .filter(found -> PasswordLink.take(hash))
                            .orElseThrow(PasswordLinks::expired);
                    account.passwordHash = passwordHash;
                    account.emailConfirmed |= account.email != null && account.email.equals(link.email);
                    PasswordLink.deleteOf(account.id);
                    Session.deleteOf(account.id);
                    throttle.lift(account.username);
                    audit.record(Action.PASSWORD_SET, account.id, null, null);
                }));
        return accountId;
    }

    /** @throws HttpProblem {@code link-expired} where no such link of a sign-up is open */
    public PasswordLink ofNewcomer(String token) {
        return open(RandomSecrets.hash(token))
                .filter(found -> found.accountId == null)
                .orElseThrow(PasswordLinks::expired);
    }

    /** Uses up all sign-up links that were mailed to that address. */
    @Transactional
    public void take(PasswordLink ofNewcomer) {
        if (!PasswordLink.take(ofNewcomer.tokenHash)) {
            throw expired();
        }
        PasswordLink.deleteOfNewcomer(requireNonNull(ofNewcomer.email));
    }

    /** Deletes the links of sign-ups that were begun with that address before then. */
    public void deleteSignUps(String email, Instant time) {
        PasswordLink.deleteOfNewcomer(email, time.plus(LinkPurpose.SIGN_UP.validity()));
    }

    private Optional<PasswordLink> open(String hash) {
        return currentOrganisation
                .everywhere(() -> PasswordLink.<PasswordLink>findByIdOptional(hash))
                .filter(found -> found.expiresAt.isAfter(Times.now()));
    }

    private static HttpProblem expired() {
        return ProblemType.LINK_EXPIRED.because(IdentityWords.NEW_LINK);
    }

    @AwaitedAtShutdown
    @Scheduled(every = "1h", delayed = "1m", identity = "forget-password-links", skipExecutionIf = HeldElsewhere.class)
    void forget() {
        batches.deleteBefore(Times.now(), "password_link", "expires_at");
    }
}
