package org.patchbay.routing;

/** Many agents may be given what they could not before. Observed {@code AFTER_SUCCESS}, to look for all of them. */
record PoolsFilled(long organisationId) {}
