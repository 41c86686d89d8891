/** Parts of an organisation, and what somebody may see. */
package org.patchbay.groups;
