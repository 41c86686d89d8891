/** Transactions, and what the database can and cannot do. */
package org.patchbay.shared.persistence;
