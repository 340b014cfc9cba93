package org.imipagent.manager;

import io.nayuki.qrcodegen.QrCode;

/** The squares of a QR code (ISO/IEC 18004) as a picture of lines; decision 0017. */
final class QrSquare {

    /** As much light as the standard asks for around a code. */
    private static final int QUIET_ZONE = 4;

    private QrSquare() {}

    static ProfileView.Square of(String label, String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        return new ProfileView.Square(label, code.size + 2 * QUIET_ZONE, path(code));
    }

    /** Each run of dark modules of a row as one bar. */
    private static String path(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int length = 0;
                while (code.getModule(x + length, y)) {
                    length++;
                }
                if (length > 0) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                    x += length;
                }
            }
        }
        return path.toString();
    }
}
