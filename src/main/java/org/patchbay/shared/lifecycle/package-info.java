/** Start, shutdown, and background work in between. */
package org.patchbay.shared.lifecycle;
