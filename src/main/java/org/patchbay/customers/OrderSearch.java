package org.patchbay.customers;

/**
 * Which orders are meant; what is null does not restrict.
 *
 * @param number the whole of it
 * @param text a part of the number or of the product
 */
public record OrderSearch(Long customerId, String number, String text) {

    public static OrderSearch ofNumber(String number) {
        return new OrderSearch(null, number, null);
    }
}
