package org.imipagent.manager;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Renders templates by calling what JTE made of them; its engine would cost 11 ms more. */
final class Page {

    private static final int USUAL_LENGTH = 64 * 1024;

    private Page() {}

    static String html(Consumer<HtmlTemplateOutput> template) {
        var page = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(page));
        return page.toString();
    }
}
