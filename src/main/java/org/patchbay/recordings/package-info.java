/** Recordings of calls: which calls are recorded, the recordings themselves, and the right to hear them. */
package org.patchbay.recordings;
