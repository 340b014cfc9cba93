package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be booked, and what waits for the person who looks after some of it.
 *
 * @param told what was just decided; "" for nothing
 * @param trouble why it was not; "" for nothing tried
 * @param quotas what they have of each quota that limits them
 */
public record ResourcesView(
        Frame frame,
        String title,
        String told,
        String trouble,
        String waitingTitle,
        List<Asked> waiting,
        String intro,
        List<String> quotas,
        List<Entry> resources) {

    public ResourcesView {
        waiting = List.copyOf(waiting);
        quotas = List.copyOf(quotas);
        resources = List.copyOf(resources);
    }

    /**
     * Something that waits.
     *
     * @param message what was written along; "" for nothing
     */
    public record Asked(
            String id,
            String title,
            String when,
            String from,
            String message,
            RequestsView.Quick answers) {}

    /**
     * A resource.
     *
     * @param photo null for none
     * @param facts what it is, for how many, where
     * @param free whether it is free at this moment
     */
    public record Entry(
            String name,
            String href,
            @Nullable Photo photo,
            String facts,
            String note,
            String state,
            boolean free,
            Link book) {}

    /** A photo, in a frame of 3:2. */
    public record Photo(String source, String alternative) {}

    /**
     * One resource by itself.
     *
     * @param owners who looks after it; "" for nobody
     * @param own what whoever sees it has of each quota that limits them here
     * @param use null for who does not look after it
     * @param quotas the same; null, too, where it has none
     */
    public record One(
            Frame frame,
            Entry entry,
            String owners,
            List<String> own,
            String timesTitle,
            String none,
            List<Time> times,
            @Nullable Use use,
            @Nullable Quotas quotas) {
        public One {
            own = List.copyOf(own);
            times = List.copyOf(times);
        }
    }

    /**
     * A time that is taken.
     *
     * @param what the event and who organises it, for who looks after it; else that it is taken
     */
    public record Time(String when, String what) {}

    /**
     * Who has it how long, as a chart and its table.
     *
     * @param weeks the heads of the columns
     * @param rows all together first, then each person
     */
    public record Use(
            String title,
            String person,
            List<String> weeks,
            List<Column> columns,
            List<Hours> rows) {
        public Use {
            weeks = List.copyOf(weeks);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A column of the chart, in its units. */
    public record Column(String x, String y, String height, String label) {}

    /** Hours of somebody in each week. */
    public record Hours(String who, List<String> each) {
        public Hours {
            each = List.copyOf(each);
        }
    }

    /** Who has how much of the quotas of a resource, with the heads of the tables. */
    public record Quotas(
            String title,
            String who,
            String booked,
            String limit,
            String left,
            List<Quota> quotas) {
        public Quotas {
            quotas = List.copyOf(quotas);
        }
    }

    /**
     * A quota.
     *
     * @param rules what holds for everybody, as sentences
     * @param more that there are more than these; "" for none
     */
    public record Quota(
            String id, String title, List<String> rules, List<Share> shares, String more) {
        public Quota {
            rules = List.copyOf(rules);
            shares = List.copyOf(shares);
        }
    }

    /**
     * What somebody has of it, in words.
     *
     * @param left "" where nothing limits them
     */
    public record Share(String who, String booked, String limit, String left) {}
}
