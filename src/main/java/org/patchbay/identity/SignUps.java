package org.patchbay.identity;

import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.accounts.LinkPurpose;
import org.patchbay.identity.accounts.Passwords;
import org.patchbay.identity.signin.PasswordLinks;
import org.patchbay.identity.signin.SignInThrottle;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNull;

/** People who make their own account. They have none until they use the link that was mailed to their address. */
@ApplicationScoped
public class SignUps {

    private final PasswordLinks links;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Organisations organisations;
    private final SignInThrottle throttle;
    private final CurrentOrganisation currentOrganisation;

    SignUps(
            PasswordLinks links,
            Passwords passwords,
            Accounts accounts,
            Organisations organisations,
            SignInThrottle throttle,
            CurrentOrganisation currentOrganisation) {
        this.links = links;
        this.passwords = passwords;
        this.accounts = accounts;
        this.organisations = organisations;
        this.throttle = throttle;
        this.currentOrganisation = currentOrganisation;
    }

    /** A person whose address is proven, and their new account. */
    public record Newcomer(long account, String name, String email) {}

    /**
     * Mails a link for a password. Where an account has the address already, the link is for that account. Only the
     * recipient learns which.
     *
     * @throws HttpProblem {@code too-many-attempts} where too many mails went to that address
     */
    public void invite(long organisation, String name, String email, Device device, Language language) {
        currentOrganisation.in(organisation, () -> {
            var address = Spelling.folded(email);
            throttle.attempt(throttle.mail(address, device.address()));
            if (!links.send(address, LinkPurpose.SIGN_UP_OF_KNOWN, language)) {
                links.sendToNewcomer(address, name, language);
            }
        });
    }

    /**
     * Makes the account of the link's bearer, whose address becomes their user name.
     *
     * @param furnish makes the rest that the account needs, in the same transaction
     * @throws HttpProblem {@code link-expired}; {@code already-exists} where they have an account by now, which they
     *     may learn, because the address is theirs
     */
    public <T> T confirm(String token, String password, Role role, Language language, Function<Newcomer, T> furnish) {
        var link = links.ofNewcomer(token);
        organisations.checkOpenToCustomers(link.organisationId());
        var passwordHash = passwords.hash(password);
        var name = requireNonNull(link.name);
        var email = requireNonNull(link.email);
        return currentOrganisation.in(
                link.organisationId(),
                () -> Transactions.inNew(() -> {
                    links.take(link);
                    long account = accounts.createConfirmed(
                            name, new Contact(email, language.tag()), passwordHash, Set.of(role));
                    return furnish.apply(new Newcomer(account, name, email));
                }));
    }
}
