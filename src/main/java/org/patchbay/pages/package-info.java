/**
 * Serves the built pages with the policies that browsers keep them safe by, and shows the widget on the sites of shops.
 */
package org.patchbay.pages;
