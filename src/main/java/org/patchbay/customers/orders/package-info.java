/** Orders as rows and over HTTP. */
package org.patchbay.customers.orders;
