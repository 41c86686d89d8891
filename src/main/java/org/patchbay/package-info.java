/** An open contact centre with one routing engine. */
package org.patchbay;
