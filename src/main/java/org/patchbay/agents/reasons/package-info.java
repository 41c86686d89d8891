/** Reasons of being away, in the organisation's own words. */
package org.patchbay.agents.reasons;
