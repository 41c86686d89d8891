package org.patchbay.routing;

/**
 * Many agents became eligible for more tickets, and all were locked meanwhile, perhaps for longer than matchers try.
 * Observe it {@code AFTER_SUCCESS}, to look for all of them.
 */
record PoolsFilled(long organisationId) {}
