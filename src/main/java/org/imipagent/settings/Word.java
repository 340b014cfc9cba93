package org.imipagent.settings;

/** A value that is one of some words, written as the model writes it. */
public interface Word {
    String word();
}
