/** How many requests somebody may send. */
package org.patchbay.shared.limits;
