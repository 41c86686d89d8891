/** Customers of a shop, who come in by its signed word. */
package org.patchbay.customers.identified;
