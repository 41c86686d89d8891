/** Deliveries to others outside: in order, and kept until they are made. */
package org.patchbay.deliveries;
