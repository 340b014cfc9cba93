package org.imipagent.cgi;

import org.apache.commons.lang3.Validate;

/**
 * How much a request may bring.
 *
 * @param formBytes the longest body of a form
 * @param uploadBytes the longest body of a form with files (multipart/form-data)
 * @param fields how many fields a form or a query may have, and how many parts an upload
 * @param addressCharacters the longest path with query
 */
public record RequestLimits(int formBytes, int uploadBytes, int fields, int addressCharacters) {
    /**
     * 1 MiB a form, 4 MiB an upload, 2000 fields, 16 KiB of address (Apache's own limit is 8190
     * bytes).
     */
    public static final RequestLimits USUAL = new RequestLimits(1 << 20, 4 << 20, 2000, 16 << 10);

    public RequestLimits {
        Validate.isTrue(
                formBytes >= 0 && uploadBytes >= 0 && fields >= 0 && addressCharacters >= 0,
                "a limit below zero");
    }

    /** These limits with others for the bodies. */
    public RequestLimits withBodies(int form, int upload) {
        return new RequestLimits(form, upload, fields, addressCharacters);
    }
}
