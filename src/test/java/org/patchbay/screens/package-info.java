/** What people do in the browser, in a real one, against the packaged application. */
package org.patchbay.screens;
