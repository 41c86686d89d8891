/** Customers who are one, and who are two again where that was wrong. */
package org.patchbay.customers.merges;
