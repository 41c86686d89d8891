/** Customers who are erased, and how long an organisation keeps what was said and what happened. */
package org.patchbay.privacy;
