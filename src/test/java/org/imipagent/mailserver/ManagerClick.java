package org.imipagent.mailserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imipagent.web.Ask;
import org.imipagent.web.Front;
import org.imipagent.web.TestInstance;

/** What a person does in the manager. */
final class ManagerClick {

    private static final Pattern HIDDEN =
            Pattern.compile("<input [^>]*name=\"(token|version)\"[^>]*value=\"([^\"]*)\"");

    private ManagerClick() {}

    static void accept(TestInstance instance, String user, String uid) {
        var front = new Front.Bare(instance);
        var path = "/event/" + uid;
        var hidden = HIDDEN.matcher(front.ask(Ask.get(path).by(user)).body());
        var fields = new ArrayList<>(List.of("action", "accept"));
        while (hidden.find() && !fields.contains(hidden.group(1))) {
            fields.addAll(List.of(hidden.group(1), hidden.group(2)));
        }
        var form = Ask.form(path, fields.toArray(String[]::new)).by(user);
        var answer = front.ask(form.with("Origin", front.origin()));
        assertEquals(303, answer.status(), answer::toString);
    }
}
