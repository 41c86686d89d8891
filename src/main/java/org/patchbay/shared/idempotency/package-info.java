/** Requests that are repeated and done once. */
package org.patchbay.shared.idempotency;
