/** The setting by which an organisation says which of its calls are recorded. */
package org.patchbay.recordings.settings;
