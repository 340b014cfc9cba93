package org.imipagent.web;

/** How a person uses the pages. */
enum Way {
    WITH_SCRIPT,
    WITHOUT_SCRIPT,
    KEYBOARD,
    PHONE
}
