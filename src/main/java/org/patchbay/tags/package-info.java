/** Tags: short names that an organisation marks its tickets with. */
package org.patchbay.tags;
