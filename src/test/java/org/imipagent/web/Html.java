package org.imipagent.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a page is whole: what a browser forgives and a screen reader trips over. */
final class Html {

    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "br", "hr", "img", "col", "wbr");
    private static final Pattern TAG =
            Pattern.compile(
                    "<(?:!DOCTYPE html|(/?)([a-z][a-z0-9]*)((?:\\s+[a-z][a-z0-9-]*(?:=\"[^\"<]*\")?)*)\\s*)>");

    private Html() {}

    /** What is wrong first; "" when nothing is. */
    static String fault(String page) {
        if (!page.startsWith("<!DOCTYPE html>") || !page.strip().endsWith("</html>")) {
            return "it does not begin or end as a page";
        }
        if (TAG.matcher(page).replaceAll("").indexOf('<') >= 0) {
            var rest = TAG.matcher(page).replaceAll("");
            return "a < that begins no tag: " + cut(rest, rest.indexOf('<'));
        }
        return unbalanced(page);
    }

    private static String unbalanced(String page) {
        Deque<String> open = new ArrayDeque<>();
        var tag = TAG.matcher(page);
        while (tag.find()) {
            var name = tag.group(2);
            if (name == null || VOID.contains(name)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(name);
            } else if (!name.equals(open.poll())) {
                return "</" + name + "> closes what is not open: " + cut(page, tag.start());
            }
        }
        return open.isEmpty() ? "" : "never closed: " + open;
    }

    private static String cut(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }
}
