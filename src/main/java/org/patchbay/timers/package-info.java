/** Timers, which fire whichever replica lives then. */
package org.patchbay.timers;
