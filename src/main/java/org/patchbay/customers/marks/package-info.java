/** The marks of customers: tags, and their ids in other systems. */
package org.patchbay.customers.marks;
