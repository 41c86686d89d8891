/** Tickets that a version of a policy is tried with. */
package org.patchbay.policies.trials;
