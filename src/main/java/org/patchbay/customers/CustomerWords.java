package org.patchbay.customers;

import org.patchbay.shared.language.Words;

/** Texts about customers and their orders. */
public enum CustomerWords implements Words {
    NO_CUSTOMER("There is no customer {0}."),
    ERASED("Customer {0} is erased: nothing is changed or added any more."),
    JOINED("Customer {0} was joined to customer {1}: change that one."),
    NOT_BLOCKED("Customer {0} is not blocked."),
    NOT_JOINED("Customer {0} is not joined to customer {1}."),
    NOT_WITH_THEMSELVES("A customer cannot be merged with themselves."),
    NO_MERGE("Nobody was merged into customer {0} by that, or it was undone."),
    MERGED_TOO_LONG_AGO("That was too long ago to be undone."),
    NO_ORDER("There is no order {0}."),
    NUMBER_STAYS("An order's number never changes."),
    NUMBER_TAKEN("Another order has this number."),
    NUMBERS_ARE_UNIQUE("Order numbers are unique in the organisation: who sees a part of it cannot give them."),
    ADDRESSES_ARE_UNIQUE(
            "Addresses of those who sign in are unique in the organisation: who sees a part of it cannot change them."),
    ADDRESS_OF_SIGN_IN("Links to the password of this customer go to the primary address: a supervisor can change it."),
    AN_ADDRESS_STAYS("A customer who is known by an e-mail address keeps one."),
    PRIMARY_OF_THE_OTHER("{0} is the primary address of customer {1} now: choose another one first."),
    EXTERNAL_IDS_ARE_UNIQUE(
            "External ids are unique in the organisation: who sees a part of its customers cannot give them."),
    EXTERNAL_ID_TAKEN("Customer {0} has the external id {1}."),
    THE_SHOPS_WORD("The shop vouches for customer {0} by this external id: it stays."),
    NO_VISITORS("Nobody may talk here without an account."),
    VISITOR("Visitor {0}"),
    NOT_VOUCHED("The shop does not vouch for this, or does not any more."),
    NO_IDENTITY_KEY("There is no identity key {0}."),
    TWO_IDENTITY_KEYS("There are two identity keys already: delete the one that is not used any more."),
    NO_PUBLIC_KEY("This is no public key of RSA with 2048 bits or more, as PEM."),
    KEY_NEEDS_TEXT("An RS256 key needs its publicKey; an HS256 key is made here and has none."),
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
