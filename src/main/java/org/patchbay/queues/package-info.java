/** Queues, their staffing, and the cost of the channels by which tickets come. */
package org.patchbay.queues;
