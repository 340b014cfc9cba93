package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colons in values of parameters that should stand in quotes (RFC 5545, 3.2). */
class UnquotedColonTest {

    private static final int LINES = Integer.getInteger("imip.laws", 2_000) * 10;

    private static final List<String> ADDRESSES =
            List.of(
                    "mailto:olga@other.example",
                    "MAILTO:olga@other.example",
                    "mailto:olga@other.example?subject=a:b;c",
                    "mailto:",
                    "olga@other.example",
                    "urn:uuid:0a6bd1a2-0000-4000-8000-000000000001",
                    "invalid:nomail",
                    "http://dav.example:8080/principals/olga;x=mailto:y",
                    "/principals/users/olga/",
                    "x-own:people:olga",
                    "tel:+49:1",
                    "sip:olga@other.example:5060");
    private static final List<String> TEXTS =
            List.of(
                    "Olga",
                    "Olga: head of finance",
                    "a:mailto:b@c.example",
                    "x;y:z,w",
                    "http://x.example/y:1",
                    "",
                    "20261103T090000:20261103T090000");
    private static final List<String> TIMES =
            List.of(
                    "20261103T090000",
                    "20261103",
                    "20261103T090000Z,20261104T090000Z",
                    "20261103T090000Z/PT1H",
                    "2026-11-03T09:00:00",
                    "2026-11-03 09:00");
    private static final List<String> WORDS =
            List.of("Agenda: 1. http://x.example:80/y", "a:b:c", ":", "", "mailto:x@y.example");

    private final Random random = new Random(20261127);
    private final Problems problems = new Problems(Limits.STANDARD);

    private Property read(String line) {
        return Objects.requireNonNull(ContentLine.read(line, problems), line);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Property any() {
        var parameters = new ArrayList<Parameter>();
        for (String name :
                List.of("CN", "SENT-BY", "DIR", "X-A", "TZID", "ALTREP", "MEMBER", "LANGUAGE")) {
            if (random.nextInt(4) == 0) {
                parameters.add(
                        new Parameter(
                                name,
                                name.equals("MEMBER")
                                        ? List.of(any(ADDRESSES), any(ADDRESSES))
                                        : List.of(any(random.nextBoolean() ? TEXTS : ADDRESSES))));
            }
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Property("ATTENDEE", parameters, any(ADDRESSES));
            case 1 -> new Property("RDATE", parameters, any(TIMES));
            case 2 -> new Property("ATTACH", parameters, any(ADDRESSES.subList(5, 8)));
            default -> new Property("DESCRIPTION", parameters, any(WORDS));
        };
    }

    @Test
    void aLineWithItsQuotesIsNeverReadOtherwise() {
        for (int i = 0; i < LINES; i++) {
            Property meant = any();
            var line = new StringBuilder(meant.name());
            for (Parameter parameter : meant.parameters()) {
                line.append(';').append(parameter.name()).append("=\"");
                line.append(String.join("\",\"", parameter.values())).append('"');
            }
            line.append(':').append(meant.value());
            assertEquals(meant, read(line.toString()), line.toString());
        }
        assertEquals(List.of(), problems.list());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORGANIZER;SENT-BY=mailto:desk@x.example:mailto:olga@x.example | SENT-BY | mailto:desk@x.example",
                "ORGANIZER;SENT-BY=mailto:desk@x.example;CN=Olga:MAILTO:olga@x.example | CN | Olga",
                "ORGANIZER;CN=Olga;SENT-BY=MAILTO:desk@x.example:urn:uuid:0a6b-1 | SENT-BY | MAILTO:desk@x.example",
                "ORGANIZER;SENT-BY=mailto:desk@x.example:/principals/olga/ | SENT-BY | mailto:desk@x.example",
                "ORGANIZER;SENT-BY=mailto:desk@x.example:invalid:nomail | SENT-BY | mailto:desk@x.example",
                "ATTENDEE;CN=Hall: north:mailto:hall@x.example | CN | Hall: north",
                "ATTENDEE;CN=Hall:north:mailto:hall@x.example | CN | Hall:north",
                "ATTENDEE;CN=mailto:bo@x.example:mailto:bo@x.example | CN | mailto:bo@x.example",
                "ATTENDEE;CN=a:b:c:d;PARTSTAT=ACCEPTED:mailto:bo@x.example | PARTSTAT | ACCEPTED",
                "ATTENDEE;DELEGATED-TO=mailto:a@x.example,mailto:b@x.example:mailto:c@x.example | DELEGATED-TO | mailto:a@x.example,mailto:b@x.example",
                "ATTENDEE;DELEGATED-FROM=mailto:a@x.example;CN=\"C: d\":mailto:c@x.example | CN | C: d",
                "ATTENDEE;MEMBER=mailto:all@x.example:mailto:c@x.example | MEMBER | mailto:all@x.example",
                "ATTENDEE;DIR=ldap://dir.example:6666/o=ABC,c=US??(cn=Bo):mailto:bo@x.example | DIR | ldap://dir.example:6666/o=ABC,c=US??(cn=Bo)",
                "ATTENDEE;DIR=https://dir.example/bo:mailto:bo@x.example | DIR | https://dir.example/bo",
                "DTSTART;TZID=GMT+01:00:20261103T090000 | TZID | GMT+01:00",
                "DTSTART;TZID=GMT+01:00:2026-11-03T09:00:00 | TZID | GMT+01:00",
                "EXDATE;TZID=Custom: own:20261103T090000,20261110T090000 | TZID | Custom: own",
                "RECURRENCE-ID;VALUE=DATE;X-ZONE=http://zones.example/Oslo:20261103 | X-ZONE | http://zones.example/Oslo",
                "ATTACH;FILENAME=Plan: 2.pdf;FMTTYPE=application/pdf:https://x.example/p | FILENAME | Plan: 2.pdf",
                "DESCRIPTION;ALTREP=http://x.example:80/d;LANGUAGE=en:The agenda | LANGUAGE | en",
                "DESCRIPTION;ALTREP=cid:part1@x.example:The agenda: one | ALTREP | cid:part1@x.example"
            })
    void aColonThatShouldStandInQuotesEndsNothing(String line, String parameter, String value) {
        Property property = read(line);
        assertEquals(value, property.parameter(parameter), line);
        assertEquals(
                line.substring(0, line.length() - property.value().length()),
                line.substring(0, line.lastIndexOf(':' + property.value()) + 1));
        assertEquals(
                List.of("unquoted-colon"), problems.list().stream().map(Problem::name).toList());
        var written = new ContentWriter();
        written.property(property);
        String again = written.text().replace("\r\n ", "").strip();
        assertEquals(property, ContentLine.read(again, new Problems(Limits.STANDARD)), again);
        assertEquals(1, problems.list().size());
    }

    @Test
    void whatCannotBeMendedStaysAsItWas() {
        assertEquals("olga@x.example", read("ORGANIZER;SENT-BY=mailto:olga@x.example").value());
        assertEquals("20261103", read("DTSTART;TZID=a:20261103").value());
        assertEquals("b:c", read("DTSTART;TZID=a:b:c").value());
        assertEquals("a;b:c", read("ATTENDEE;CN=x:a;b:c").value());
        assertEquals("//x.example", read("DESCRIPTION;ALTREP=http://x.example").value());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void theWorkOfALineIsBounded() {
        for (String piece : List.of("urn:", "mailto:a@b", ":", "http:", "20261103:", "a:/b")) {
            for (String name : List.of("ATTENDEE", "RDATE", "ATTACH", "DESCRIPTION")) {
                assertNotNull(read(name + ";ALTREP=http:" + piece.repeat(300_000) + ";"));
            }
        }
    }
}
