/** The setting by which an organisation says how it has its calls. */
package org.patchbay.calls.settings;
