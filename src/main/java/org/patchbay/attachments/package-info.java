/** Attachments: files that go with words. */
package org.patchbay.attachments;
