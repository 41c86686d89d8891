/** Agents who serve a queue. */
package org.patchbay.queues.members;
