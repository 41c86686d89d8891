package org.patchbay.customers.identified;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Vouched;
import org.patchbay.customers.VouchedCustomers;
import org.patchbay.customers.Welcomed;
import org.patchbay.identity.Device;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.PasswordlessAccounts;
import org.patchbay.identity.Token;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

/** Begins sessions of customers for whom their shop vouches. */
@ApplicationScoped
class IdentifiedSignIn {

    private final VouchedCustomers customers;
    private final IdentityKeys keys;
    private final PasswordlessAccounts accounts;
    private final Organisations organisations;
    private final CurrentOrganisation currentOrganisation;

    IdentifiedSignIn(
            VouchedCustomers customers,
            IdentityKeys keys,
            PasswordlessAccounts accounts,
            Organisations organisations,
            CurrentOrganisation currentOrganisation) {
        this.customers = customers;
        this.keys = keys;
        this.accounts = accounts;
        this.organisations = organisations;
        this.currentOrganisation = currentOrganisation;
    }

    /**
     * The session of the customer of whom the shop speaks; any other one of the browser ends.
     *
     * @param refresh the token by which the browser would continue its session; null where it has none
     * @return empty where the browser's session is the customer's already, and says who they are
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code unauthorized} where the shop does not vouch for this
     */
    Optional<Token> signIn(long organisation, String word, @Nullable String refresh, Device device) {
        organisations.checkOpenToCustomers(organisation);
        var slug = organisations.nameOf(organisation).slug();
        var asking = Optional.ofNullable(refresh)
                .flatMap(token -> accounts.accountOf(token, organisation))
                .orElse(null);
        return currentOrganisation.in(organisation, () -> {
            var said = ShopWord.of(word, Transactions.inNew(keys::verifications), slug)
                    .orElseThrow(() -> ProblemType.UNAUTHORIZED.because(CustomerWords.NOT_VOUCHED));
            var welcomed = welcomed(said, asking);
            if (!welcomed.isNews()) {
                return Optional.empty();
            }
            if (refresh != null) {
                accounts.signOut(refresh);
            }
            return Optional.of(Transactions.inNew(() -> accounts.signIn(welcomed.account(), device)));
        });
    }

    private Welcomed welcomed(Vouched said, @Nullable Long asking) {
        try {
            return Transactions.inNew(() -> customers.welcome(said, asking));
        } catch (ConstraintViolationException e) {
            // The same customer came in for the first time twice at once: they are there now.
            return Transactions.inNew(() -> customers.welcome(said, asking));
        }
    }
}
