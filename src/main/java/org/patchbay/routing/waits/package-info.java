/** Consequences of a long wait: less is required, promises come due. */
package org.patchbay.routing.waits;
