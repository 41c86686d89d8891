/** People in a real browser, against the packaged application. */
package org.patchbay.screens;
