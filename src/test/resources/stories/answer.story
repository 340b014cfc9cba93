# Accepting tells the organiser what every calendar program needs (RFC 5546, 3.2.3)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:3
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    SUMMARY:Planning
    ORGANIZER;CN=Anna:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;CN=Vincent:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com accept meeting@example.net
    See you there
outcome done
verdict replied
sends REPLY anna@example.net
    UID:meeting@example.net
    SEQUENCE:3
    DTSTART;TZID=Europe/Oslo:20261103T100000
    SUMMARY:Planning
    ORGANIZER;CN=Anna:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED;CN=Vincent:mailto:vincent.vole@example.com
    COMMENT:See you there
    BEGIN:VTIMEZONE
    TZID:Europe/Oslo
    not bo@example.net
waiting vincent.vole@example.com
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# An answer says that all was understood, and stands in the thread of its event (RFC 5546, 3.6)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    REQUEST-STATUS:2.0;Success

# Declining one date of a series leaves the others accepted
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    not RECURRENCE-ID
click vincent.vole@example.com decline weekly@example.net 20261110T090000Z
sends REPLY anna@example.net
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    ATTENDEE vincent.vole@example.com DECLINED
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z declined free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# Accepting twice sends one reply
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com accept meeting@example.net
outcome done
sends nothing

# A tentative answer is tentatively busy
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com tentative meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z tentative

# For a person of another domain the agent speaks, and says so
mail from anna@example.net to guest@example.org
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:guest@example.org
click guest@example.org accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE guest@example.org ACCEPTED SENT-BY=mailto:calendar@example.com

# An event removed without an answer sends nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com remove meeting@example.net
sends nothing
kept vincent.vole@example.com meeting@example.net nothing
waiting vincent.vole@example.com
