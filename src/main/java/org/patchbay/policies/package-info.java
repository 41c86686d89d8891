/** Routing policies: which queue, priority, skills and agent a ticket gets, by rules that organisations write. */
package org.patchbay.policies;
