/** Channels: what a ticket of each costs an agent, and how many there may be. */
package org.patchbay.queues.channels;
