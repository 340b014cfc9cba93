package org.imipagent.agent;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.scheduling.SchedulingRequest;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;

/**
 * A program of the site decides ({@code external}): it reads the request as JSON and ends with 0 to
 * accept, 1 to decline; the first line that it writes goes to the organiser. One that is not there,
 * does not end in time, or ends otherwise declines. It is in the folder SCHEDULING_PROGRAMS: a
 * preference names no path.
 */
record ExternalProgram(Settings settings) {

    /** Others who want to write wait as long, and no longer than the store lets them. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int LONGEST_COMMENT = 500;

    SchedulingAnswer answer(String program, SchedulingRequest request) {
        Path path = settings.value(SiteSettings.SCHEDULING_PROGRAMS).resolve(program);
        try {
            Path in = Files.createTempFile("imip-agent-", ".json");
            Path out = Files.createTempFile("imip-agent-", ".txt");
            try {
                write(in, request);
                return ended(start(path, in, out), out);
            } finally {
                Files.deleteIfExists(in);
                Files.deleteIfExists(out);
            }
        } catch (IOException notStarted) {
            return new Refused(Reason.NOT_SET_UP, "external " + program);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Refused(Reason.NOT_SET_UP, "external " + program);
        }
    }

    private static Process start(Path program, Path in, Path out) throws IOException {
        return new ProcessBuilder(program.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static SchedulingAnswer ended(Process process, Path out)
            throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Refused(Reason.NOT_SET_UP, "external: not in time");
        }
        return switch (process.exitValue()) {
            case 0 -> SchedulingAnswer.ACCEPTED;
            case 1 -> new Refused(Reason.REFUSED_HERE, firstLine(out));
            default -> new Refused(Reason.NOT_SET_UP, "external: " + process.exitValue());
        };
    }

    private static String firstLine(Path out) throws IOException {
        try (InputStream from = Files.newInputStream(out)) {
            String text =
                    new String(from.readNBytes(4 * LONGEST_COMMENT), StandardCharsets.UTF_8)
                            .strip();
            String line = text.lines().findFirst().orElse("");
            return line.substring(0, Math.min(LONGEST_COMMENT, line.length()));
        }
    }

    private static void write(Path file, SchedulingRequest request) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            SchedulingRequest.Asking event = request.event();
            json.writeStartObject();
            json.writeStringField("resource", event.resource().email());
            json.writeStringField("organiser", event.organiser().email());
            json.writeArrayFieldStart("attendees");
            for (CalendarAddress each : event.attendees()) {
                json.writeString(each.email());
            }
            json.writeEndArray();
            json.writeStringField("uid", event.uid());
            json.writeStringField("summary", event.summary());
            json.writeBooleanField("endless", event.endless());
            json.writeStringField("zone", event.zone().name());
            json.writeArrayFieldStart("times");
            for (Window each : request.times()) {
                json.writeStartObject();
                json.writeStringField("start", each.from().toString());
                json.writeStringField("end", each.to().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
