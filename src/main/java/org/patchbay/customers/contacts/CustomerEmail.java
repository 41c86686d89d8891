package org.patchbay.customers.contacts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** An e-mail address of a customer: a copy of one in the customer's row, by which it is found, and is unique. */
@Entity
@Table(name = "customer_email")
public class CustomerEmail extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long groupId;

    long customerId;

    String email;

    /** Has a customer found by these addresses, and by no others. */
    public static void replace(long customer, long group, Collection<String> addresses) {
        var missing = new HashSet<>(addresses);
        for (var row : CustomerEmail.<CustomerEmail>list("customerId", customer)) {
            if (missing.remove(row.email)) {
                row.groupId = group;
            } else {
                row.delete();
            }
        }
        // The addresses that are gone are free first.
        flush();
        missing.stream().sorted().forEach(address -> create(customer, group, address));
    }

    private static void create(long customer, long group, String address) {
        var row = new CustomerEmail();
        row.customerId = customer;
        row.groupId = group;
        row.email = address;
        row.persist();
    }

    public static boolean isTaken(String address) {
        return count("email", Spelling.folded(address)) > 0;
    }

    /** Whether a customer of the group has the address, but for these. */
    public static boolean isTaken(String address, long group, Collection<Long> but) {
        return count("email = ?1 and groupId = ?2 and customerId not in ?3", address, group, but) > 0;
    }

    /** The customers who have the address, one of each group. */
    public static List<Long> holders(String address) {
        return find("select customerId from CustomerEmail where email = ?1 order by customerId", address)
                .project(Long.class)
                .list();
    }

    /** Nobody is found by it any more. */
    public static void free(String address, long customer) {
        delete("email = ?1 and customerId = ?2", address, customer);
    }
}
