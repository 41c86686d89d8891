/** Customers who may not come in, and networks from which no visitor comes. */
package org.patchbay.customers.blocks;
