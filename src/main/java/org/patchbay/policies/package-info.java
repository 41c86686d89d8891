/** Routing policies: rules that organisations write, which choose queue, priority, skills and agent of a ticket. */
package org.patchbay.policies;
