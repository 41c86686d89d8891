package org.patchbay.customers;

import org.jspecify.annotations.Nullable;

/**
 * A search for orders; null does not restrict.
 *
 * @param number the whole number
 * @param text a part of the number or of the product
 */
public record OrderSearch(
        @Nullable Long customerId,
        @Nullable String number,
        @Nullable String text) {

    public static OrderSearch ofNumber(String number) {
        return new OrderSearch(null, number, null);
    }
}
