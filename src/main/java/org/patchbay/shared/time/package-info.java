/** One time for all replicas. */
package org.patchbay.shared.time;
