# A cancelled event stays, marked so, and leaves free (RFC 5546, 3.2.5)
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
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    STATUS:CANCELLED
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted free cancelled Planning
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
again to vincent.vole@example.com
verdict repeated
click vincent.vole@example.com accept meeting@example.net
outcome refused
sends nothing
click vincent.vole@example.com remove meeting@example.net
outcome done
kept vincent.vole@example.com meeting@example.net nothing
sends nothing

# One occurrence cancelled (RFC 5546, 4.4.3)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART;TZID=Europe/Oslo:20261103T100000
    DTEND;TZID=Europe/Oslo:20261103T110000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID;TZID=Europe/Oslo:20261110T100000
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted free cancelled Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# A cancellation of an occurrence that the event does not have
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261104T100000Z
    ORGANIZER:mailto:anna@example.net
verdict unknown-occurrence

# A cancellation that overtakes its invitation is remembered, and the older invitation invites nobody
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-11-08
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free cancelled Meeting
again to vincent.vole@example.com
verdict repeated
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:0
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict stale
waiting vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTAMP:20261101T093000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net

# So is one that says nothing of when it would have been, and it shows nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:nothing@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-01-01 2027-01-01
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:nothing@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict stale
waiting vincent.vole@example.com

# A cancellation of an unknown event from somebody else, or for somebody else, is not remembered
mail from mallory@example.org to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict unknown-event
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
verdict unknown-event
kept vincent.vole@example.com meeting@example.net nothing

# One occurrence is cancelled before the series is known
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free cancelled Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free Weekly

# An occurrence of the series as it will be is cancelled before the series is moved
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T093000Z
    RECURRENCE-ID:20261110T120000Z
    DTSTART:20261110T120000Z
    DTEND:20261110T130000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z needs-action free Weekly
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z needs-action free cancelled Weekly
    2026-11-17T12:00:00Z 2026-11-17T13:00:00Z needs-action free Weekly

# A cancellation counts only from the organiser
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from mallory@example.org to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
kept vincent.vole@example.com meeting@example.net
    not STATUS:CANCELLED

# What is cancelled goes from sight at once, when the person prefers so, and is not forgotten: an older or doubled mail brings nothing back
prefer vincent.vole@example.com cancelled remove
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:2
    STATUS:CANCELLED
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
waiting vincent.vole@example.com
again to vincent.vole@example.com
verdict repeated
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
calendar vincent.vole@example.com 2026-11-01 2026-12-01
waiting vincent.vole@example.com

# Several dates in one message
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    BEGIN:VEVENT
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T110000Z
    RECURRENCE-ID:20261117T090000Z
    ORGANIZER:mailto:anna@example.net
    END:VEVENT
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free cancelled Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free cancelled Weekly
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z needs-action free Weekly

# Others are taken off the event, and it goes on
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.net
verdict updated
kept vincent.vole@example.com meeting@example.net
    not bo@example.net
    not CANCELLED

# A cancelled occurrence leaves its series, and the series goes when it is cancelled itself, when the person prefers so
prefer vincent.vole@example.com cancelled remove
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=DAILY;COUNT=2
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    RECURRENCE-ID:20261104T090000Z
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
kept vincent.vole@example.com meeting@example.net
    RECURRENCE-ID:20261104T090000Z
    STATUS:CANCELLED
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Planning
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:2
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
calendar vincent.vole@example.com 2026-11-01 2026-12-01
waiting vincent.vole@example.com
sends nothing

# An older change of one date that comes late does not undo the cancellation of the whole
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:0
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T101000Z
    RECURRENCE-ID:20261103T090000Z
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:weekly@example.net
    SEQUENCE:0
    DTSTAMP:20261101T102000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T101000Z
    RECURRENCE-ID:20261103T090000Z
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
freebusy vincent.vole@example.com 2026-11-01 2026-12-01
