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
    ATTENDEE anna@example.net ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    SUMMARY:Another title
    ATTENDEE anna@example.net DECLINED

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
    ATTENDEE anna@example.net NEEDS-ACTION
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

# An older reply of one's own that comes late, and the same again, change nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    DTSTAMP:20261101T093000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
verdict sent
sent-again
verdict repeated
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    DTSTAMP:20261101T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict stale
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
later PT1H
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    not X-IMIP-AGENT
sent-again
verdict stale
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Renamed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent-again
verdict stale

# An answer in the manager is later than one by a program whose clock is ahead: only so the organiser takes it
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    DTSTAMP:20261101T101000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
later PT2M
click vincent.vole@example.com decline meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    DTSTAMP:20261101T101001Z

# A reply of one's own to a series, and to one date of it, in whichever order they are learnt
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:weekly@example.net
    DTSTAMP:20261101T093000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:weekly@example.net
    DTSTAMP:20261101T090000Z
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
verdict sent
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:weekly@example.net
    DTSTAMP:20261101T094000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=TENTATIVE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z tentative tentative Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z declined free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z tentative tentative Weekly

# A reply of one's own from one date on
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:weekly@example.net
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
verdict sent
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z busy

# A series and one date of it that the person's own program sends; a CANCEL from one date on
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:weekly@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict sent
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:weekly@example.com
    SEQUENCE:1
    RECURRENCE-ID:20261124T090000Z
    DTSTART:20261124T120000Z
    DTEND:20261124T130000Z
    SUMMARY:Later
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict sent
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:weekly@example.com
    RECURRENCE-ID:20261125T090000Z
    DTSTART:20261125T120000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict unknown-occurrence
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:CANCEL
    UID:weekly@example.com
    SEQUENCE:2
    RECURRENCE-ID;RANGE=THISANDFUTURE:20261117T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    STATUS:CANCELLED
verdict sent
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z - free cancelled Weekly
    2026-11-24T12:00:00Z 2026-11-24T13:00:00Z - free cancelled Later
sent-again
verdict repeated
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:CANCEL
    UID:weekly@example.com
    SEQUENCE:2
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    STATUS:CANCELLED
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy

# A CANCEL for some, and the same late, when they were invited again meanwhile
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
    DTSTAMP:20261101T100100Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
verdict sent
sent-again
verdict repeated
later PT1M
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
sent-again
verdict stale
kept vincent.vole@example.com plan@example.com
    ATTENDEE anna@example.net NEEDS-ACTION
    ATTENDEE bo@example.net NEEDS-ACTION

# After a CANCEL the event can be sent anew, with a higher SEQUENCE, and an older one brings nothing back
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sent from vincent.vole@example.com to anna@example.net
    METHOD:CANCEL
    UID:plan@example.com
    SEQUENCE:1
    DTSTAMP:20261101T093000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    STATUS:CANCELLED
verdict sent
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - free cancelled Plan
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    SEQUENCE:1
    DTSTAMP:20261101T091000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict stale
sent from vincent.vole@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    SEQUENCE:2
    DTSTAMP:20261101T094000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict sent
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Plan

# What one's own program publishes is kept, and nobody is mailed
sent from vincent.vole@example.com to anna@example.net
    METHOD:PUBLISH
    UID:fair@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Fair
    ORGANIZER:mailto:vincent.vole@example.com
verdict sent
sent-again
verdict repeated
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:PUBLISH
    UID:fair@example.com
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Fair
    ORGANIZER:mailto:vincent.vole@example.com
verdict sent
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z - busy Fair

# Another's event is not published by the person's own program
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
sent from vincent.vole@example.com to bo@example.net
    METHOD:PUBLISH
    UID:meeting@example.net
    SEQUENCE:3
    DTSTART:20261104T090000Z
verdict not-organiser

# A proposal declined by the person's own program is settled; the same late settles no newer one
own vincent.vole@example.com
    UID:mine@example.com
    DTSTAMP:20261020T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
later PT1M
sent from vincent.vole@example.com to anna@example.net
    METHOD:DECLINECOUNTER
    UID:mine@example.com
    DTSTART:20261103T140000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict sent
waiting vincent.vole@example.com
proposals vincent.vole@example.com mine@example.com
sent-again
verdict not-proposed
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    DTSTART:20261103T160000Z
    DTEND:20261103T170000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
sent-again
verdict not-proposed
proposals vincent.vole@example.com mine@example.com
    anna@example.net
sends nothing

# An older reply of one's own that comes late does not take back that somebody else was sent
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
click vincent.vole@example.com delegate bo@example.net meeting@example.net
sends REPLY anna@example.net
    not X-IMIP-AGENT
sends REQUEST bo@example.net
    not X-IMIP-AGENT
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    DTSTAMP:20261101T103000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict stale
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
