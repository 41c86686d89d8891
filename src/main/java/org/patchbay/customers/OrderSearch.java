package org.patchbay.customers;

/**
 * A search for orders; null does not restrict.
 *
 * @param number the whole number
 * @param text a part of the number or of the product
 */
public record OrderSearch(Long customerId, String number, String text) {

    public static OrderSearch ofNumber(String number) {
        return new OrderSearch(null, number, null);
    }
}
