package org.patchbay.customers;

import java.util.Locale;

/** Something that customers may tell of themselves. Nobody confirms it. */
public enum PersonalFact {
    NAME,
    EMAIL,
    PHONE;

    boolean isKnownOf(Customer customer) {
        return switch (this) {
            case NAME -> !customer.isNameless();
            case EMAIL -> customer.address() != null || customer.attributes.containsKey(attribute());
            case PHONE -> !customer.contacts.phones().isEmpty() || customer.attributes.containsKey(attribute());
        };
    }

    /** The attribute that keeps it, unless it has a place of its own. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
