/** What supervisors look at: the state of the floor, and what they are alarmed of. */
package org.patchbay.supervision;
