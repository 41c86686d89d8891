package org.patchbay.customers.signup;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.customers.VisitorAdmission;
import org.patchbay.customers.blocks.Blocks;
import org.patchbay.identity.Device;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.PasswordlessAccounts;
import org.patchbay.identity.Role;
import org.patchbay.identity.Token;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

/** People who talk without an account of their own. They are known as long as their browser keeps its cookies. */
@ApplicationScoped
class Visitors {

    /** Of a random name; so many are enough to tell visitors apart. */
    private static final int SHOWN = 4;

    private final PasswordlessAccounts accounts;
    private final Customers customers;
    private final Organisations organisations;
    private final VisitorAdmission admission;
    private final Blocks blocks;
    private final CurrentOrganisation currentOrganisation;

    Visitors(
            PasswordlessAccounts accounts,
            Customers customers,
            Organisations organisations,
            VisitorAdmission admission,
            Blocks blocks,
            CurrentOrganisation currentOrganisation) {
        this.accounts = accounts;
        this.customers = customers;
        this.organisations = organisations;
        this.admission = admission;
        this.blocks = blocks;
        this.currentOrganisation = currentOrganisation;
    }

    /**
     * Makes somebody a customer, and begins their session.
     *
     * @param name empty where they did not say
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code sign-up-disabled} where the organisation admits none
     */
    Token welcome(long organisation, String name, Device device, Language language) {
        organisations.checkOpenToCustomers(organisation);
        if (!admission.admits(organisation)) {
            throw ProblemType.SIGN_UP_DISABLED.because(CustomerWords.NO_VISITORS);
        }
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    if (blocks.keepsOut(NetworkAddress.of(device.address()))) {
                        throw ProblemType.BLOCKED.problem().build();
                    }
                    var secret = RandomSecrets.random();
                    var shown = name.isEmpty()
                            ? CustomerWords.VISITOR
                                    .with(secret.substring(0, SHOWN))
                                    .in(language)
                            : name;
                    var username = Customers.visitorsName(secret);
                    long account = accounts.create(username, shown, Set.of(Role.CUSTOMER));
                    customers.createVisitor(account, shown, username);
                    return accounts.signIn(account, device);
                }));
    }
}
