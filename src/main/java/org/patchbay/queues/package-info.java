/** Where tickets wait: queues, who serves them, and what the channels cost that tickets come by. */
package org.patchbay.queues;
