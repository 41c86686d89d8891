/** Groups of an organisation, and the visibility of its data. */
package org.patchbay.groups;
