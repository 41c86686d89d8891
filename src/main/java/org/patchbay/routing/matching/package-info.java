/** Finding an agent for a ticket and a ticket for an agent, and writing it. */
package org.patchbay.routing.matching;
