/** How customers are reached: addresses and telephone numbers. */
package org.patchbay.customers.contacts;
