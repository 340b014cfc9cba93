package org.imipagent.manager;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.agent.ImportResult;
import org.imipagent.agent.ImportedEvent;
import org.imipagent.agent.ImportedEvent.Fate;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Links;
import org.imipagent.cgi.Query;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.cgi.Upload;
import org.imipagent.manager.templates.JteimportGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.KeptFile;
import org.jspecify.annotations.Nullable;

/**
 * Files into the calendar. POST with {@code action=look} and {@code files} shows what is in them
 * and keeps them aside; {@code action=import} and {@code draft} takes them, {@code send=yes} mails
 * guests of events that the person organises. Then 303 to the page that says what was done.
 */
final class ImportPage {

    /** So many events of one fate are listed. */
    private static final int MOST_LISTED = 100;

    private static final int MOST_COMPLAINTS = 3;

    /** So many people are named who would get mail. */
    private static final int MOST_NAMED = 20;

    private static final int MOST_FILES = 100;
    private static final int LONGEST_NUMBER = 7;

    private final PageContext context;
    private final Messages texts;
    private final Links links;

    private ImportPage(PageContext context) {
        this.context = context;
        this.texts = context.texts();
        this.links = context.links();
    }

    static HttpResponse show(PageContext context) {
        var page = new ImportPage(context);
        return page.page(200, page.done(context.request().query()), null, "");
    }

    static HttpResponse act(PageContext context) {
        var page = new ImportPage(context);
        Form form = context.request().form();
        return switch (form.text("action")) {
            case "look" -> page.look(form);
            case "import" -> page.take(form);
            default -> page.page(422, page.bad(MessageKey.ERROR_ACTION), null, "");
        };
    }

    // ---- Looking

    private HttpResponse look(Form form) {
        var files = new ArrayList<KeptFile>();
        for (Upload upload : form.files()) {
            // Where nothing is chosen, browsers send one without a name.
            if (upload.field().equals("files")
                    && !(upload.fileName().isEmpty() && upload.content().length == 0)) {
                files.add(new KeptFile(name(upload.fileName()), upload.content()));
            }
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            String error =
                    files.isEmpty()
                            ? texts.say(MessageKey.ERROR_NO_FILE)
                            : texts.count(MessageKey.ERROR_MANY_FILES, MOST_FILES);
            return page(422, null, null, error);
        }
        String draft = Tokens.nonce(form.text(Site.TOKEN));
        List<ImportedEvent> all =
                context.manager()
                        .importing()
                        .look()
                        .apply(new ImportSteps.Chosen(context.user(), draft, files));
        return page(200, null, preview(draft, all, files.size() > 1), "");
    }

    /** What a browser calls the file, without folders. */
    private static String name(String fileName) {
        int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        String line = UntrustedText.line(fileName.substring(slash + 1));
        return line.isEmpty() ? "?" : line;
    }

    private ImportView.Preview preview(String draft, List<ImportedEvent> all, boolean namesFiles) {
        var groups = new ArrayList<ImportView.Group>();
        add(groups, all, Fate.NEW, MessageKey.IMPORT_NEW, namesFiles);
        add(groups, all, Fate.CHANGED, MessageKey.IMPORT_CHANGED, namesFiles);
        add(groups, all, Fate.REFUSED, MessageKey.IMPORT_REFUSED, namesFiles);
        add(groups, all, Fate.UNCHANGED, MessageKey.IMPORT_UNCHANGED, namesFiles);
        add(groups, all, Fate.PROBLEM, MessageKey.IMPORT_PROBLEM, namesFiles);
        int kept = (int) all.stream().filter(ImportedEvent::isKept).count();
        return new ImportView.Preview(
                texts.say(MessageKey.IMPORT_PREVIEW),
                texts.say(kept == 0 ? MessageKey.IMPORT_NOTHING : MessageKey.IMPORT_PREVIEW_INTRO),
                groups,
                kept == 0 ? null : confirming(draft, all, kept));
    }

    private ImportView.Confirming confirming(String draft, List<ImportedEvent> all, int kept) {
        Set<CalendarAddress> told = new LinkedHashSet<>();
        all.stream().filter(ImportedEvent::isKept).forEach(each -> told.addAll(each.told()));
        return new ImportView.Confirming(
                hidden(),
                draft,
                told.isEmpty() ? "" : texts.say(MessageKey.IMPORT_SEND),
                told.isEmpty()
                        ? ""
                        : texts.count(MessageKey.IMPORT_TOLD, told.size(), "people", named(told)),
                texts.say(told.isEmpty() ? MessageKey.MAILS_NOBODY : MessageKey.IMPORT_NO_MAIL),
                texts.count(MessageKey.IMPORT_COUNT, kept),
                texts.say(MessageKey.IMPORT_CANCEL));
    }

    private String named(Set<CalendarAddress> told) {
        var names = new ArrayList<String>();
        for (CalendarAddress each : told) {
            if (names.size() < MOST_NAMED) {
                names.add(UntrustedText.line(each.email()));
            }
        }
        if (told.size() > MOST_NAMED) {
            names.add("…");
        }
        return texts.joined(names);
    }

    private void add(
            List<ImportView.Group> groups,
            List<ImportedEvent> all,
            Fate fate,
            MessageKey title,
            boolean namesFiles) {
        var rows = new ArrayList<ImportView.Row>();
        int more = 0;
        for (ImportedEvent each : all) {
            if (each.fate() == fate) {
                if (rows.size() < MOST_LISTED) {
                    rows.add(row(each, namesFiles));
                } else {
                    more++;
                }
            }
        }
        if (!rows.isEmpty()) {
            groups.add(
                    new ImportView.Group(
                            "group-" + groups.size(),
                            texts.count(title, rows.size() + more),
                            rows,
                            more == 0 ? "" : texts.count(MessageKey.IMPORT_MORE, more)));
        }
    }

    private ImportView.Row row(ImportedEvent each, boolean namesFiles) {
        VEvent part = each.part();
        List<String> complaints =
                each.complaints().stream().limit(MOST_COMPLAINTS).map(UntrustedText::line).toList();
        return new ImportView.Row(
                part == null ? "" : context.title(part.summary()),
                part == null ? "" : when(part),
                place(each, namesFiles || part == null),
                reason(each),
                UntrustedText.line(each.detail()),
                complaints.isEmpty() ? "" : texts.say(MessageKey.IMPORT_COMPLAINTS),
                complaints);
    }

    /** Its file, where there are several; of what is refused the line, too. */
    private String place(ImportedEvent each, boolean namesFile) {
        boolean isWrong = each.fate() == Fate.REFUSED || each.fate() == Fate.PROBLEM;
        String file = UntrustedText.line(each.file());
        if (isWrong && each.line() > 0) {
            return texts.say(
                    MessageKey.IMPORT_LINE, "file", file, "line", Integer.toString(each.line()));
        }
        return namesFile ? file : "";
    }

    private String when(VEvent part) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        if (start == null || end == null) {
            return "";
        }
        String time =
                start instanceof CalendarTime.Day(var first)
                                && end instanceof CalendarTime.Day(var dayAfter)
                        ? context.dates().days(first, dayAfter)
                        : context.dates()
                                .span(
                                        context.zone().local(start.instant(context.zone())),
                                        context.zone().local(end.instant(context.zone())));
        return context.joined(time, part.isRecurring() ? context.repeats(part) : "");
    }

    private String reason(ImportedEvent each) {
        return switch (each.cause()) {
            case NONE -> "";
            case MESSAGE -> texts.say(MessageKey.IMPORT_MESSAGE);
            case NOT_EVENT -> texts.say(MessageKey.IMPORT_NOT_EVENT);
            case UNREADABLE -> texts.say(MessageKey.IMPORT_UNREADABLE);
            case RULE -> texts.say(MessageKey.IMPORT_RULE);
        };
    }

    // ---- Taking

    private HttpResponse take(Form form) {
        var order =
                new ImportSteps.Order(
                        context.user(), form.text("draft"), form.text("send").equals("yes"));
        ImportResult result = context.manager().importing().take().apply(order).result();
        return result == null
                ? page(409, bad(MessageKey.IMPORT_GONE), null, "")
                : HttpResponse.redirect(303, link(result));
    }

    private String link(ImportResult result) {
        String link =
                links.withQuery(
                        links.to("import"),
                        "new",
                        Integer.toString(result.added()),
                        "changed",
                        Integer.toString(result.changed()),
                        "unchanged",
                        Integer.toString(result.unchanged()),
                        "refused",
                        Integer.toString(result.refused()));
        for (String uid : result.uids()) {
            // Apache and browsers take only so long an address.
            if (uid.length() <= 200) {
                link = links.withQuery(link, "uid", uid);
            }
        }
        return link;
    }

    // ---- What was done

    private ImportView.@Nullable Notice done(Query query) {
        if (!query.has("new")) {
            return null;
        }
        var said = new ArrayList<String>();
        say(said, MessageKey.IMPORTED_NEW, query.text("new"));
        say(said, MessageKey.IMPORTED_CHANGED, query.text("changed"));
        say(said, MessageKey.IMPORTED_UNCHANGED, query.text("unchanged"));
        say(said, MessageKey.IMPORTED_REFUSED, query.text("refused"));
        return new ImportView.Notice(
                "good",
                said.isEmpty() ? texts.say(MessageKey.IMPORT_NOTHING) : String.join(" ", said),
                imported(query.all("uid")));
    }

    private void say(List<String> said, MessageKey key, String text) {
        int count = number(text);
        if (count > 0) {
            said.add(texts.count(key, count));
        }
    }

    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && i < LONGEST_NUMBER; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private List<Link> imported(List<String> uids) {
        var imported = new ArrayList<Link>();
        for (String uid : uids.subList(0, Math.min(5, uids.size()))) {
            KeptEvent kept = context.reading().event(context.user(), uid);
            Event event = kept == null ? null : context.event(kept);
            if (event != null) {
                imported.add(
                        new Link(
                                context.title(event.main().summary()),
                                context.eventLink(uid, null),
                                false));
            }
        }
        return imported;
    }

    private ImportView.Notice bad(MessageKey key) {
        return new ImportView.Notice("bad", texts.say(key), List.of());
    }

    // ---- The page

    private HttpResponse page(
            int status,
            ImportView.@Nullable Notice notice,
            ImportView.@Nullable Preview preview,
            String error) {
        String title = texts.say(MessageKey.IMPORT_TITLE);
        boolean isWrong = status >= 400;
        var view =
                new ImportView(
                        context.frame(
                                isWrong ? texts.say(MessageKey.ERROR_PAGE, "page", title) : title,
                                Frame.Place.NOWHERE),
                        title,
                        notice,
                        preview,
                        choosing(error),
                        exporting());
        return HttpResponse.html(
                status, Page.html(out -> JteimportGenerated.render(out, null, view)));
    }

    private ImportView.Hidden hidden() {
        return new ImportView.Hidden(links.to("import"), context.token());
    }

    private ImportView.Choosing choosing(String error) {
        return new ImportView.Choosing(
                hidden(),
                texts.say(MessageKey.IMPORT),
                texts.say(MessageKey.IMPORT_FILES),
                texts.say(
                        MessageKey.IMPORT_HINT,
                        "size",
                        size(context.manager().importing().mostBytes())),
                error,
                texts.say(MessageKey.IMPORT_LOOK));
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
    }

    private ImportView.Exporting exporting() {
        return new ImportView.Exporting(
                links.to("export.ics"),
                texts.say(MessageKey.EXPORT),
                texts.say(MessageKey.EXPORT_INTRO),
                List.of(
                        new ImportView.Field("from", texts.say(MessageKey.SEARCH_FROM)),
                        new ImportView.Field("to", texts.say(MessageKey.SEARCH_TO))),
                texts.say(MessageKey.EXPORT_BUTTON));
    }
}
