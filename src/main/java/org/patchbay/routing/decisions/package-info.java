/** Reasons why a ticket went to somebody, or to nobody. */
package org.patchbay.routing.decisions;
