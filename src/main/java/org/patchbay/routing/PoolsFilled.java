package org.patchbay.routing;

/**
 * Many agents may be given what they could not before, and all were locked meanwhile, perhaps for longer than matchers
 * try. Observed {@code AFTER_SUCCESS}, to look for all of them.
 */
record PoolsFilled(long organisationId) {}
