# What the person's own program sends is learnt, and nothing is mailed because of it
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict sent
sends nothing
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# An older one and the same again change nothing (RFC 5546, 2.1.5)
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    SEQUENCE:2
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    SEQUENCE:2
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict repeated
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    SEQUENCE:1
    DTSTAMP:20261101T110000Z
    DTSTART:20261104T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict stale

# Nobody's calendar learns from mail of somebody else
sent from anna@example.net to bo@example.net by vincent.vole@example.com
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
verdict not-sender
kept vincent.vole@example.com plan@example.com nothing

# A reply of one's own is learnt
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict sent
waiting vincent.vole@example.com
sends nothing
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# What a person's program sends of one date leaves the answers that were given to it alone
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
later PT1M
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:weekly@example.com
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Another title
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict sent
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com weekly@example.com
    Another title
    PARTSTAT=DECLINED

# A CANCEL of some takes them off, of all cancels
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
later PT1M
sent from vincent.vole@example.com to bo@example.net
    METHOD:CANCEL
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
verdict sent
kept vincent.vole@example.com plan@example.com
    anna@example.net
    not bo@example.net
later PT1M
sent from vincent.vole@example.com to anna@example.net
    METHOD:CANCEL
    UID:plan@example.com
    SEQUENCE:1
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    STATUS:CANCELLED
verdict sent
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
sends nothing

# A proposal of one's own is held
prefer vincent.vole@example.com freebusy_offers P1D
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:COUNTER
    UID:meeting@example.net
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict sent
holds vincent.vole@example.com
    meeting@example.net 2026-11-04T09:00:00Z 2026-11-04T10:00:00Z

# ADD and REFRESH change nothing
sent from vincent.vole@example.com to anna@example.net
    METHOD:REFRESH
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict sent
kept vincent.vole@example.com meeting@example.net nothing

# Who takes no part in the calendar system has nothing learnt
prefer vincent.vole@example.com participating no
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
kept vincent.vole@example.com plan@example.com nothing
