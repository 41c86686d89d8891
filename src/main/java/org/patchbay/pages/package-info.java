/**
 * Serves the built pages with the policies that protect them in browsers, and shows the widget on the sites of shops.
 */
package org.patchbay.pages;
