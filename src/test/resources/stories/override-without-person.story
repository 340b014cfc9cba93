# A date of a series that does not name the person does not take place for them
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:weekly@example.net
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.net
    DTSTAMP:20261101T100000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Weekly without Vincent
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
    END:VEVENT
verdict invited
waiting vincent.vole@example.com
    invitation weekly@example.net from anna@example.net
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    not 20261110
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
click vincent.vole@example.com accept weekly@example.net 20261110T090000Z
outcome refused
sends nothing

# Neither does one that comes by itself; put on it again, the person is asked
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly without Vincent
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
verdict updated
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z busy
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:2
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly with Vincent
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
waiting vincent.vole@example.com
    invitation weekly@example.net 20261110T090000Z from anna@example.net
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z needs-action free Weekly with Vincent
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# Who is invited by a list is not off a date that names the list
mail from anna@example.net to vincent.vole@example.com To: staff@example.net
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:staff@example.net
later PT1M
mail from anna@example.net to vincent.vole@example.com To: staff@example.net
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly, later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:staff@example.net
verdict updated
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z needs-action free Weekly, later
