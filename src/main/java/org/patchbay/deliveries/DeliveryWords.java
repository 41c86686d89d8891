package org.patchbay.deliveries;

import org.patchbay.shared.language.Words;

/** Texts about deliveries. */
enum DeliveryWords implements Words {
    NO_DELIVERY("There is no delivery {0}.");

    private final String english;

    DeliveryWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
