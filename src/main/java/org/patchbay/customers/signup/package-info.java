/** Customers who make an account themselves. */
package org.patchbay.customers.signup;
