# A reply to a version of before does not answer the change: it says its SEQUENCE even where that is 0
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    SEQUENCE:0

# An answer to the series names the changed occurrences that it answers too
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    SEQUENCE:0
    RECURRENCE-ID:20261110T090000Z
    SEQUENCE:1
    not X-IMIP-AGENT
-- and what was only answered with the series goes on following it
later PT1H
click vincent.vole@example.com decline weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
    RECURRENCE-ID:20261110T090000Z
-- but not what was answered by itself
later PT1H
click vincent.vole@example.com tentative weekly@example.net 20261110T090000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
later PT1H
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    not RECURRENCE-ID
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z tentative tentative Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# An answer to the series does not answer an occurrence that was moved since
own vincent.vole@example.com
    UID:weekly@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
later PT1H
send vincent.vole@example.com weekly@example.com
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T100000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    END:VEVENT
    BEGIN:VEVENT
    UID:weekly@example.com
    DTSTAMP:20261101T100000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    END:VEVENT
outcome done
sends REQUEST anna@example.net
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    SEQUENCE:1
    ATTENDEE anna@example.net NEEDS-ACTION RSVP=TRUE
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    SEQUENCE:0
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    SEQUENCE:0
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict stale
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:weekly@example.com
    SEQUENCE:1
    RECURRENCE-ID:20261110T090000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
verdict answered

# The mail of a moved occurrence that comes before the mail of the moved series is not undone by it
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:2
    DTSTAMP:20261101T093000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T103000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:30:00Z needs-action free Weekly
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z needs-action free Weekly

# Of occurrences known before their series, those that it has no more are gone
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T080000Z
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTAMP:20261101T090000Z
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z needs-action free Weekly
    2026-11-10T12:00:00Z 2026-11-10T13:00:00Z needs-action free Weekly

# Somebody invited again after a cancellation is asked again
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-11-08
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Meeting
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net

# Who is invited to an event that was changed before reads an invitation, not a change
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:3
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    SEQUENCE:3
    DTSTART:20261103T120000Z
    DTEND:20261103T130000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
subject Changed: Mine
sends REQUEST anna@example.net
    SEQUENCE:4
subject Invitation: Mine
sends REQUEST bo@example.net
    SEQUENCE:4

# Offers that are held are given free by a change, by its refusal and by a cancellation
prefer vincent.vole@example.com freebusy_offers P7D
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
sends COUNTER anna@example.net
    DTSTART:20261103T140000Z
    SEQUENCE:0
holds vincent.vole@example.com
    meeting@example.net 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:DECLINECOUNTER
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict counter-declined
holds vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-03T16:00:00Z 2026-11-03T17:00:00Z
sends COUNTER anna@example.net
    DTSTART:20261103T160000Z
    SEQUENCE:0
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T160000Z
    DTEND:20261103T170000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
holds vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-03T18:00:00Z 2026-11-03T19:00:00Z
sends COUNTER anna@example.net
    DTSTART:20261103T180000Z
    SEQUENCE:1
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:2
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
holds vincent.vole@example.com

# A date that was cancelled and is then left out of the series asks nobody anew
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    EXDATE:20261110T090000Z
    SUMMARY:Renamed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Renamed
