/** When an organisation is there for its customers. */
package org.patchbay.hours;
