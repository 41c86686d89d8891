package org.patchbay.identity.signin;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Device;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Token;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.accounts.LinkPurpose;
import org.patchbay.identity.accounts.Passwords;
import org.patchbay.identity.sessions.KnownDevices;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Begins a session for a user name and a password. No transaction spans the slow hash. */
@ApplicationScoped
public class SignIn {

    private final Organisations organisations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    SignIn(
            Organisations organisations,
            Accounts accounts,
            Passwords passwords,
            PasswordLinks links,
            SignInThrottle throttle,
            KnownDevices devices,
            SecondFactors factors,
            Sessions sessions,
            CurrentOrganisation currentOrganisation,
            Audit audit) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.throttle = throttle;
        this.devices = devices;
        this.factors = factors;
        this.sessions = sessions;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    /**
     * In an organisation that does not exist there are no accounts, and strangers learn no more than that.
     *
     * @param code the code of the second factor, or null; where one is on, only a caller with the right password is
     *     told to add it
     */
    public Token signIn(long organisation, String username, String password, @Nullable String code, Device device) {
        return currentOrganisation.in(organisation, () -> {
            var account = accounts.byUsername(username).orElse(null);
            var known = account == null
                    ? null
                    : devices.recognise(device.proof(), account.id).orElse(null);
            var attempt = known == null
                    ? throttle.stranger(username, device.address())
                    : throttle.knownDevice(username, known);
            throttle.attempt(attempt);
            boolean matches = passwords.matches(password, account);
            if (account == null || !matches) {
                failed(username, ProblemType.WRONG_CREDENTIALS);
                throw ProblemType.WRONG_CREDENTIALS.problem().build();
            }
            if (factors.isOn(account.id)) {
                check(account, code, known == null);
            }
            throttle.succeeded(attempt);
            checkOpen(organisation, username);
            return sessions.begin(account, device);
        });
    }

    /** A refusal here stays counted: otherwise asking without a code would clear the count of guessed codes. */
    private void check(Account account, @Nullable String code, boolean isStranger) {
        if (code == null) {
            throw ProblemType.SECOND_FACTOR_REQUIRED.because(IdentityWords.SEND_CODE);
        }
        var attempt = throttle.code(account.username);
        if (isStranger) {
            throttle.attempt(attempt);
        }
        if (!factors.take(account.id, code)) {
            failed(account.username, ProblemType.WRONG_CODE);
            throw ProblemType.WRONG_CREDENTIALS.problem().build();
        }
        throttle.succeeded(attempt);
    }

    private void checkOpen(long organisation, String username) {
        try {
            organisations.checkOpen(organisation);
        } catch (HttpProblem closed) {
            failed(username, ProblemType.ORGANISATION_SUSPENDED);
            throw closed;
        }
    }

    /** The audit log tells admins more than the response tells strangers. */
    private void failed(String username, ProblemType why) {
        audit.recordAlone(Action.SIGN_IN_FAILED, username, Map.of("why", why));
    }

    /** Mails a link to the owner of the address; the caller does not learn whether there is one. */
    public void forgotten(long organisation, String email, String address, Language language) {
        currentOrganisation.in(organisation, () -> {
            throttle.attempt(throttle.mail(email, address));
            links.send(email, LinkPurpose.FORGOTTEN, language);
        });
    }
}
