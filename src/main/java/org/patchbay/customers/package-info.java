/** Customers and their orders. */
package org.patchbay.customers;
