package org.patchbay.customers;

import org.patchbay.shared.language.Words;

/** Texts about customers and their orders. */
public enum CustomerWords implements Words {
    NO_CUSTOMER("There is no customer {0}."),
    ERASED("Customer {0} is erased: nothing is changed or added any more."),
    NO_ORDER("There is no order {0}."),
    NUMBER_STAYS("An order's number never changes."),
    NUMBER_TAKEN("Another order has this number."),
    NUMBERS_ARE_UNIQUE("Order numbers are unique in the organisation: who sees a part of it cannot give them."),
    ADDRESSES_ARE_UNIQUE(
            "Addresses of those who sign in are unique in the organisation: who sees a part of it cannot change them."),
    NO_VISITORS("Nobody may talk here without an account."),
    VISITOR("Visitor {0}"),
    NO_SIGN_UP("Ask the organisation for an account.");

    private final String english;

    CustomerWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
