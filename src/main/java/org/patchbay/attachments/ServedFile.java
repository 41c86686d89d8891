package org.patchbay.attachments;

/**
 * The bytes of a file, as answers tell of them.
 *
 * @param tag identifies the bytes, which never change
 * @param isShown whether browsers may show it
 */
public record ServedFile(String name, String type, long size, String tag, boolean isShown) {}
