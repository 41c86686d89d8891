/** Tickets that change their queue. */
package org.patchbay.routing.transfers;
