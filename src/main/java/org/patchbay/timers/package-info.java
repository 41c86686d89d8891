/** What is to happen at a time, whichever replica lives then. */
package org.patchbay.timers;
