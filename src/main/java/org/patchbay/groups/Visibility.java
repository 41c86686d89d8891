package org.patchbay.groups;

import java.util.Collections;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The part of its organisation that an account sees; no other place decides that. Hibernate adds the condition to
 * everything that it reads of an entity with the filter: by a query, by id, to count or to lock.
 * {@link CurrentVisibility} supplies the parameters. Switches come first in each condition: MySQL knows them before it
 * plans, and drops what they decide.
 *
 * @param anyCustomer whether it goes beyond {@code ownCustomer} at all
 * @param allTickets whether tickets of all groups are visible
 * @param allCustomers whether customers of all groups, and their orders, are visible
 * @param allAgents whether agents of all groups are visible
 * @param groups the groups whose tickets, customers and agents are visible where not all are
 * @param home the group of new things that name none; null where that is unclear
 * @param ownCustomer the customer of the account; 0 for none
 * @param account the viewer, who sees their own tickets and themselves in any group; 0 for nobody
 */
public record Visibility(
        boolean anyCustomer,
        boolean allTickets,
        boolean allCustomers,
        boolean allAgents,
        Set<Long> groups,
        @Nullable Long home,
        long ownCustomer,
        long account) {

    public static final String FILTER = "sight";

    public static final String OF_TICKETS = "(:anyCustomer = true or {alias}.customer_id = :ownCustomer)"
            + " and (:allTickets = true or {alias}.group_id in (:groups) or {alias}.agent_id = :account)";

    /** {@link #OF_TICKETS} over values at hand. Change both together. */
    public boolean includesTicket(long customer, long group, @Nullable Long agent) {
        return (anyCustomer || customer == ownCustomer)
                && (allTickets || groups.contains(group) || agent != null && agent == account);
    }

    public static final String OF_CUSTOMERS = "(:anyCustomer = true or {alias}.id = :ownCustomer)"
            + " and (:allCustomers = true or {alias}.group_id in (:groups)"
            + " or exists (select 1 from ticket t where t.customer_id = {alias}.id and" + Visibility.SERVED;

    public static final String OF_ORDERS = "(:anyCustomer = true or {alias}.customer_id = :ownCustomer)"
            + " and (:allCustomers = true or {alias}.group_id in (:groups)"
            + " or exists (select 1 from ticket t where t.customer_id = {alias}.customer_id and" + Visibility.SERVED;

    /**
     * The part of {@link #OF_ORDERS} that asks for no ticket, over values at hand. It is false also where only a ticket
     * of its customer shows the order. Change both together.
     */
    public boolean includesOrder(long customer, long group) {
        return (anyCustomer || customer == ownCustomer) && (allCustomers || groups.contains(group));
    }

    private static final String SERVED = " t.organisation_id = {alias}.organisation_id and t.agent_id = :account"
            + " and t.status in ('OFFERED', 'IN_PROGRESS', 'PENDING')))";

    /** Texts of a ticket find it for those who see it; names only for those who see its customer, too. */
    public static final String OF_WORDS =
            "(:anyCustomer = true or {alias}.customer_id = :ownCustomer and {alias}.source <> 'INTERNAL')"
                    + " and (:allCustomers = true or {alias}.source in ('PUBLIC', 'INTERNAL')"
                    + " or exists (select 1 from customer c where c.organisation_id = {alias}.organisation_id"
                    + " and c.id = {alias}.customer_id and (c.group_id in (:groups) or exists (select 1 from ticket t"
                    + " where t.organisation_id = c.organisation_id and t.customer_id = c.id and t.agent_id = :account"
                    + " and t.status in ('OFFERED', 'IN_PROGRESS', 'PENDING')))))";

    /** Of a customer who is blocked. */
    public static final String OF_BLOCKS = "(:allCustomers = true or exists (select 1 from customer c"
            + " where c.organisation_id = {alias}.organisation_id and c.id = {alias}.customer_id"
            + " and c.group_id in (:groups)))";

    public static final String OF_AGENTS = "(:allAgents = true or {alias}.id = :account or exists (select 1"
            + " from membership m where m.organisation_id = {alias}.organisation_id and m.account_id = {alias}.id"
            + " and m.group_id in (:groups)))";

    /** {@link #OF_AGENTS} over values at hand, for staff. Change both together. */
    public boolean includesAgent(long agent, Set<Long> groupsOfAgent) {
        return allAgents || agent == account || !Collections.disjoint(groups, groupsOfAgent);
    }

    /** Of a view for others, by the group whose members it is for. */
    public static final String OF_TICKET_VIEWS =
            "({alias}.group_id is null or :allGroups = true or {alias}.group_id in (:groups))";

    static final String OF_GROUPS = "(:allGroups = true or {alias}.id in (:groups))";

    /** {@link #OF_GROUPS} over a value at hand. Change both together. */
    boolean includesGroup(long group) {
        return allGroups() || groups.contains(group);
    }

    static final Visibility EVERYTHING = new Visibility(true, true, true, true, Set.of(), null, 0, 0);

    static Visibility ofCustomer(long own) {
        return new Visibility(false, true, true, true, Set.of(), null, own, 0);
    }

    /** Whether all groups are visible: to accounts that no isolation concerns; others see those they are members of. */
    public boolean allGroups() {
        return allTickets && allCustomers && allAgents;
    }
}
