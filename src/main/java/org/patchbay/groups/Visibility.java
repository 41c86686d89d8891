package org.patchbay.groups;

import java.util.Collections;
import java.util.Set;

/**
 * What somebody sees of their organisation, and the only place that says so. Hibernate adds the condition to whatever
 * it reads of an entity that bears the filter, be it by a query, by id, to count or to lock; {@link CurrentVisibility}
 * tells it whose sight applies. Switches come first in each condition: MySQL knows them before it plans, and drops what
 * they decide.
 *
 * @param anyCustomer whether it goes beyond {@code ownCustomer} at all
 * @param allTickets whether tickets are seen whatever their group
 * @param allCustomers whether customers and their orders are seen whatever their group
 * @param allAgents whether agents are seen whatever their groups
 * @param groups whose tickets, customers and agents are seen where not all are
 * @param home where new things are put that name no group; null where that is not clear
 * @param ownCustomer the one that the account belongs to; 0 for none
 * @param account who sees: their own tickets, and themselves, whatever the group; 0 for nobody
 */
public record Visibility(
        boolean anyCustomer,
        boolean allTickets,
        boolean allCustomers,
        boolean allAgents,
        Set<Long> groups,
        Long home,
        long ownCustomer,
        long account) {

    public static final String FILTER = "sight";

    public static final String OF_TICKETS = "(:anyCustomer = true or {alias}.customer_id = :ownCustomer)"
            + " and (:allTickets = true or {alias}.group_id in (:groups) or {alias}.agent_id = :account)";

    /** {@link #OF_TICKETS} of what is at hand: who changes one changes the other. */
    public boolean includesTicket(long customer, long group, Long agentOrNull) {
        return (anyCustomer || customer == ownCustomer)
                && (allTickets || groups.contains(group) || agentOrNull != null && agentOrNull == account);
    }

    public static final String OF_CUSTOMERS = "(:anyCustomer = true or {alias}.id = :ownCustomer)"
            + " and (:allCustomers = true or {alias}.group_id in (:groups)"
            + " or exists (select 1 from ticket t where t.customer_id = {alias}.id and" + Visibility.SERVED;

    public static final String OF_ORDERS = "(:anyCustomer = true or {alias}.customer_id = :ownCustomer)"
            + " and (:allCustomers = true or {alias}.group_id in (:groups)"
            + " or exists (select 1 from ticket t where t.customer_id = {alias}.customer_id and" + Visibility.SERVED;

    private static final String SERVED = " t.organisation_id = {alias}.organisation_id and t.agent_id = :account"
            + " and t.status in ('OFFERED', 'IN_PROGRESS', 'PENDING')))";

    public static final String OF_AGENTS = "(:allAgents = true or {alias}.id = :account or exists (select 1"
            + " from membership m where m.account_id = {alias}.id and m.group_id in (:groups)))";

    /** {@link #OF_AGENTS} of what is at hand, for staff: who changes one changes the other. */
    public boolean includesAgent(long agent, Set<Long> groupsOfAgent) {
        return allAgents || agent == account || !Collections.disjoint(groups, groupsOfAgent);
    }

    static final String OF_GROUPS = "(:allGroups = true or {alias}.id in (:groups))";

    static final Visibility EVERYTHING = new Visibility(true, true, true, true, Set.of(), null, 0, 0);

    static Visibility ofCustomer(long own) {
        return new Visibility(false, true, true, true, Set.of(), null, own, 0);
    }

    /** Groups are a matter of those whom no isolation concerns, and of their members. */
    public boolean allGroups() {
        return allTickets && allCustomers && allAgents;
    }
}
