package org.imipagent.settings;

/** How a connection to PostgreSQL is kept from others: the words are libpq's sslmode. */
public enum SslMode implements Word {
    /** Never TLS. */
    DISABLE("disable"),
    /** TLS where the server offers it. */
    PREFER("prefer"),
    /** TLS, whoever the server is. */
    REQUIRE("require"),
    /** TLS with a server whose certificate an authority we know has signed. */
    VERIFY_CA("verify-ca"),
    /** The same, and the certificate names the host. */
    VERIFY_FULL("verify-full");

    private final String word;

    SslMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
