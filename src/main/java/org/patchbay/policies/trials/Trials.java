package org.patchbay.policies.trials;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.customers.CustomerView;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderSearch;
import org.patchbay.customers.Orders;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.identity.Organisations;
import org.patchbay.policies.Facts;
import org.patchbay.policies.versions.PolicyVersions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tags.TagView;
import org.patchbay.tags.Tags;

/** Tries policies with tickets that were never opened. */
@ApplicationScoped
class Trials {

    private final Organisations organisations;
    private final PolicyVersions versions;
    private final Customers customers;
    private final Orders orders;
    private final FieldDefinitions fields;
    private final Tags tags;

    Trials(
            Organisations organisations,
            PolicyVersions versions,
            Customers customers,
            Orders orders,
            FieldDefinitions fields,
            Tags tags) {
        this.organisations = organisations;
        this.versions = versions;
        this.customers = customers;
        this.orders = orders;
        this.fields = fields;
        this.tags = tags;
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where there is no such customer or order,
     *     {@code conflict} where there is no such tag or field, or no more tickets get it
     */
    @Transactional
    Trial run(long policyId, long number, TrialTicket ticket) {
        return Trial.of(versions.decide(policyId, number, facts(ticket)));
    }

    private Facts facts(TrialTicket ticket) {
        var known = Optional.ofNullable(ticket.customerId()).map(customers::read);
        return new Facts(
                ticket.channel(),
                ticket.reason(),
                ticket.priority(),
                ticket.language() != null
                        ? ticket.language()
                        : known.map(CustomerView::language).orElse(null),
                ticket.text(),
                ticket.groupId(),
                known.map(Facts.Customer::of).orElse(ticket.customer()),
                ticket.orderNumber() == null ? ticket.order() : order(ticket.orderNumber()),
                now(ticket),
                ticket.tags() == null
                        ? List.of()
                        : tags.assignableByName(ticket.tags()).stream()
                                .map(TagView::name)
                                .toList(),
                ticket.fields() == null ? Map.of() : fields.values(ticket.fields()));
    }

    private Facts.Order order(String number) {
        return orders.list(OrderSearch.ofNumber(number), null, 1).items().stream()
                .findFirst()
                .map(Facts.Order::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(CustomerWords.NO_ORDER, number));
    }

    private ZonedDateTime now(TrialTicket ticket) {
        var zone = ticket.timeZone() == null ? organisations.timeZone() : ZoneId.of(ticket.timeZone());
        return Optional.ofNullable(ticket.now()).orElseGet(Times::now).atZone(zone);
    }
}
