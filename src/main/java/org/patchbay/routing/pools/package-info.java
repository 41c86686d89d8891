/** Tickets that require the same, and the agents who meet it. */
package org.patchbay.routing.pools;
