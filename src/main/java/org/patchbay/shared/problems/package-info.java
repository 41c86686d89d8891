/** Refusals and faults as {@code application/problem+json}. */
package org.patchbay.shared.problems;
