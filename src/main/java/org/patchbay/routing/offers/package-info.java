/** Offers that agents accept or decline. */
package org.patchbay.routing.offers;
