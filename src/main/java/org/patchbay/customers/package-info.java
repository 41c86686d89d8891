/** Who asks, and what they bought. */
package org.patchbay.customers;
