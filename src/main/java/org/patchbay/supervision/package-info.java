/** The supervisors' board: the state of the floor, and its alarms. */
package org.patchbay.supervision;
