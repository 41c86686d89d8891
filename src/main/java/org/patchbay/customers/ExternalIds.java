package org.patchbay.customers;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * The ids by which other systems of an organisation know its customers. A shop's word names them, too: whoever gives
 * one to a customer says that this is the shop's customer, who comes in as that one from then on.
 */
@ApplicationScoped
public class ExternalIds {

    private final Audit audit;

    ExternalIds(Audit audit) {
        this.audit = audit;
    }

    private static void checkFree(String externalId) {
        if (!CurrentVisibility.current().allCustomers()) {
            throw ProblemType.FORBIDDEN.because(CustomerWords.EXTERNAL_IDS_ARE_UNIQUE);
        }
        Customer.byExternalId(externalId).ifPresent(other -> {
            throw ProblemType.ALREADY_EXISTS.because(CustomerWords.EXTERNAL_ID_TAKEN, other.id, externalId);
        });
    }

    /**
     * Gives a customer an id, or takes it from them.
     *
     * @throws HttpProblem {@code forbidden} to those who see a part of the customers only; {@code already-exists} where
     *     another one has it, who may have been joined to somebody; {@code conflict} where the shop came with the one
     *     before: then it is the shop's word
     */
    @Transactional
    CustomerView set(long id, @Nullable String externalId, @Nullable String ifMatch) {
        var customer = Customers.known(Customer.lock(id, LockModeType.PESSIMISTIC_WRITE), id);
        EntityTags.check(ifMatch, customer.version);
        if (Optional.ofNullable(externalId).equals(Optional.ofNullable(customer.externalId))) {
            return CustomerView.of(customer);
        }
        if (customer.identifiedAt != null) {
            throw ProblemType.CONFLICT.because(CustomerWords.THE_SHOPS_WORD, id);
        }
        if (externalId != null) {
            checkFree(externalId);
        }
        var before = CustomerView.of(customer);
        customer.externalId = externalId;
        Customer.flush();
        var after = CustomerView.of(customer);
        audit.record(Action.CUSTOMER_UPDATED, id, before, after);
        return after;
    }
}
