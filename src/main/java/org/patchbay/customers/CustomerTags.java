package org.patchbay.customers;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tags.Tags;

/** The tags of customers, out of the same catalogue as those of tickets. */
@ApplicationScoped
class CustomerTags {

    /** Of a customer in a request; a merge may make more. */
    static final int MOST = 20;

    private final Tags tags;

    CustomerTags(Tags tags) {
        this.tags = tags;
    }

    /**
     * Archived tags stay where they are.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where a new one does not exist, or is
     *     archived
     */
    void set(Customer customer, List<Long> wanted) {
        tags.assignable(
                wanted.stream().filter(tag -> !customer.tagIds.contains(tag)).toList());
        customer.tag(wanted);
    }

    /** @return which of another's tags a customer did not bear, and bears now */
    static List<Long> give(Customer from, Customer to) {
        var gained =
                from.tagIds.stream().filter(tag -> !to.tagIds.contains(tag)).toList();
        var all = new ArrayList<>(to.tagIds);
        all.addAll(gained);
        to.tag(all);
        return gained;
    }
}
