package org.patchbay.deliveries;

/**
 * Something to be told to somebody outside.
 *
 * @param id greater than those of all that were added to its lane before
 * @param payload as it was added
 * @param attempts that failed
 */
public record Delivery(long id, String lane, String payload, int attempts) {}
