/** Orders from a file. */
package org.patchbay.customers.imports;
