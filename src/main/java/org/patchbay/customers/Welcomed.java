package org.patchbay.customers;

/**
 * A customer who may come in.
 *
 * @param isNews whether they are somebody else than before, or called otherwise: tokens would still say that
 */
public record Welcomed(long account, boolean isNews) {}
