/** Demo data to look at on the first start. */
package org.patchbay.demo;
