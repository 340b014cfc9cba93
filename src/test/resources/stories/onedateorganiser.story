# A date of a series that names the attendee as its organiser is the series' organiser's (RFC 6638, 3.2.4.2)
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:weekly@other.example
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER;CN=Olga:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@other.example
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@other.example
    DTSTAMP:20261101T100000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly, later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@other.example
    END:VEVENT
verdict invited
click vincent.vole@example.com decline weekly@other.example 20261110T090000Z
outcome done
verdict replied
sends REPLY olga@other.example
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER;CN=Olga:mailto:olga@other.example
    ATTENDEE vincent.vole@example.com DECLINED
    not ORGANIZER:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@other.example
sends REPLY olga@other.example
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z declined free Weekly, later
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# The same where the date comes by itself
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER;CN=Olga:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@other.example
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly, later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
click vincent.vole@example.com accept weekly@other.example 20261110T090000Z
sends REPLY olga@other.example
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER;CN=Olga:mailto:olga@other.example
later PT1M
mail from olga@other.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@other.example
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z accepted free cancelled Weekly, later
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free Weekly

# Nobody else changes a date by naming the attendee as its organiser
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
mail from mallory@evil.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@other.example
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

# What the person's own program sends of such a date is an answer to the series' organiser
mail from olga@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@other.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:olga@other.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1M
sent from vincent.vole@example.com to olga@other.example
    METHOD:REPLY
    UID:weekly@other.example
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
verdict sent
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z declined free Weekly
