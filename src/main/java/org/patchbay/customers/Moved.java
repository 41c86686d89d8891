package org.patchbay.customers;

import java.util.List;

import org.patchbay.customers.contacts.Gained;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The ids of what became another customer's.
 *
 * @param contacts which of theirs the other has since, too; absent in rows from before there were any
 * @param tags which of theirs the other bears since, too; absent in the same
 */
@RegisterForReflection
public record Moved(List<Long> tickets, List<Long> conversations, List<Long> orders, Gained contacts, List<Long> tags) {

    public Moved {
        contacts = contacts == null ? Gained.NOTHING : contacts;
        tags = tags == null ? List.of() : tags;
    }
}
