package org.patchbay.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action.Subject;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * Takes out of entries what they tell of somebody. Deeds, times and accounts stay, and the chain with them. The entries
 * that tell of the erasure tell of nobody.
 */
@ApplicationScoped
public class AuditErasure {

    private static final String ERASE = """
            update audit_entry set actor_name = null, address = null,
            subject_id = case when subject_type = 'USERNAME' then null else subject_id end,
            before_state = null, after_state = null, salt = null, erased = true
            where organisation_id = :organisation and not erased
            and action not in ('CUSTOMER_ERASURE_REQUESTED', 'CUSTOMER_ERASED')
            and %s limit :most""";

    /** The addresses that a customer had, as far as entries still tell. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> addressesOf(long customer) {
        return Set.copyOf(
                NativeSql.of("""
                select lower(json_unquote(json_extract(after_state, '$.email'))) from audit_entry
                where organisation_id = :organisation and json_extract(after_state, '$.email') is not null
                and subject_type = 'CUSTOMER'
                and subject_id = :customer
                union
                select lower(e.address) from audit_entry a,
                json_table(a.after_state, '$.emails[*]' columns (address varchar(190) path '$.address')) e
                where a.organisation_id = :organisation and e.address is not null
                and a.subject_type = 'CUSTOMER'
                and a.subject_id = :customer""").set("customer", Long.toString(customer)).texts());
    }

    /**
     * Of entries about one thing.
     *
     * @param most in one transaction
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseOf(Subject type, long id, int most) {
        return erase(
                "subject_type = :type and subject_id = :id",
                Map.of("type", type.name(), "id", Long.toString(id)),
                most);
    }

    /** As {@link #eraseOf}, all of entries about some things. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseOfAll(Subject type, Collection<Long> ids) {
        return erase(
                "subject_type = :type and subject_id in (:ids)",
                Map.of(
                        "type",
                        type.name(),
                        "ids",
                        ids.stream().map(id -> Long.toString(id)).toList()),
                Integer.MAX_VALUE);
    }

    /** As {@link #eraseOf}, of entries about user names, in whatever case they were typed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseOfNames(Collection<String> names, int most) {
        return erase("subject_type = 'USERNAME' and lower(subject_id) in (:names)", Map.of("names", names), most);
    }

    /** As {@link #eraseOf}, of entries about what the account did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseBy(long account, int most) {
        return erase("actor_id = :account", Map.of("account", account), most);
    }

    /** As {@link #eraseOf}, of entries about the customer's orders that were deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseOfDeletedOrders(long customer, int most) {
        return erase(
                "action = 'ORDER_DELETED' and json_extract(before_state, '$.customerId') = :customer",
                Map.of("customer", customer),
                most);
    }

    private int erase(String condition, Map<String, ?> parameters, int most) {
        var erase = NativeSql.of(ERASE.formatted(condition)).set("most", most);
        parameters.forEach(erase::set);
        return erase.update();
    }
}
