package org.patchbay.customers.marks;

import java.util.Collection;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A tag that a customer bears: a copy by which the customer is found. */
@Entity
@Table(name = "customer_tag")
public class CustomerTag extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long customerId;

    long tagId;

    public static void add(long customer, Collection<Long> tags) {
        tags.forEach(tag -> {
            var row = new CustomerTag();
            row.customerId = customer;
            row.tagId = tag;
            row.persist();
        });
    }

    public static void remove(long customer, Collection<Long> tags) {
        if (!tags.isEmpty()) {
            delete("customerId = ?1 and tagId in ?2", customer, tags);
        }
    }
}
