/** Assignments as rows, and what becomes of them when an agent is gone. */
package org.patchbay.routing.assignments;
