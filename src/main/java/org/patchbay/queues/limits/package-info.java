/** Limits of single agents. */
package org.patchbay.queues.limits;
