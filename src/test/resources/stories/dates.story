# A date declined by itself stays declined when its series gets another rule that brings it
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=5
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept choir@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com decline choir@example.net 20261110T090000Z
sends REPLY anna@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com DECLINED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Choir
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z declined free Choir
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z needs-action free Choir

# Put on a date that they were off, somebody is asked: the series' answer is none to it
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    EXDATE:20261110T090000Z
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept choir@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
    and
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Choir
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z needs-action free Choir
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Choir
waiting vincent.vole@example.com
    invitation choir@example.net 20261110T090000Z from anna@example.net

# A series that was cancelled for somebody does not judge its dates
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:choir@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    SEQUENCE:2
    RECURRENCE-ID:20261111T090000Z
    DTSTART:20261111T090000Z
    DTEND:20261111T100000Z
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
waiting vincent.vole@example.com
    invitation choir@example.net 20261111T090000Z from anna@example.net

# A series that moves asks about all its dates anew, also one that the mail brings
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept choir@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Choir
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
    and
    RECURRENCE-ID:20261110T140000Z
    SEQUENCE:1
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Choir
    LOCATION:Chapel
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T14:00:00Z 2026-11-03T15:00:00Z needs-action free Choir
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z needs-action free Choir

# A date answered by itself takes the new room of its series, and keeps its answer
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Choir
    LOCATION:Hall
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com decline choir@example.net 20261110T090000Z
sends REPLY anna@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com DECLINED
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:choir@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Choir
    LOCATION:Chapel
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
kept vincent.vole@example.com choir@example.net
    LOCATION:Chapel
    RECURRENCE-ID:20261110T090000Z
    LOCATION:Chapel
    ATTENDEE vincent.vole@example.com DECLINED
    not Hall

# The organiser moves a series: all its dates are asked about anew, but one that stays where it is
save vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    and
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
    and
    RECURRENCE-ID:20261117T090000Z
    DTSTART:20261117T160000Z
    DTEND:20261117T170000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
later PT1H
send-series vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    RRULE:FREQ=WEEKLY;COUNT=4
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
outcome done
sends REQUEST anna@example.net
    DTSTART:20261103T110000Z
    SEQUENCE:1
    ATTENDEE anna@example.net NEEDS-ACTION
    RECURRENCE-ID:20261110T110000Z
    SEQUENCE:1
    ATTENDEE anna@example.net NEEDS-ACTION
    RECURRENCE-ID:20261117T110000Z
    SEQUENCE:1
    DTSTART:20261117T160000Z
    ATTENDEE anna@example.net ACCEPTED
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T11:00:00Z 2026-11-03T12:00:00Z - busy Choir
    2026-11-10T11:00:00Z 2026-11-10T12:00:00Z - busy Choir
    2026-11-17T16:00:00Z 2026-11-17T17:00:00Z - busy Choir
    2026-11-24T11:00:00Z 2026-11-24T12:00:00Z - busy Choir

# The organiser shortens a series: a date that somebody declined by itself is gone with the rest
save vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=6
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    and
    RECURRENCE-ID:20261201T090000Z
    DTSTART:20261201T090000Z
    DTEND:20261201T100000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
later PT1H
send-series vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    RRULE:FREQ=WEEKLY;COUNT=3
    not RECURRENCE-ID
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Choir
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z - busy Choir
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z - busy Choir

# This and following is moved, then the old series: its last date takes place once
save vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;UNTIL=20261124T090000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
later PT1H
send-from vincent.vole@example.com choir@example.com 20261117T090000Z
    UID:choir@example.com
    RECURRENCE-ID:20261117T090000Z
    DTSTART:20261117T100000Z
    DTEND:20261117T110000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    UID:choir@example.com
    RRULE:FREQ=WEEKLY;UNTIL=20261110T090000Z
sends REQUEST anna@example.net
    DTSTART:20261117T100000Z
    RRULE:FREQ=WEEKLY;UNTIL=20261124T100000Z
later PT1H
send-series vincent.vole@example.com choir@example.com
    UID:choir@example.com
    DTSTART:20261103T150000Z
    DTEND:20261103T160000Z
    SUMMARY:Choir
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
sends REQUEST anna@example.net
    DTSTART:20261103T150000Z
    RRULE:FREQ=WEEKLY;UNTIL=20261110T150000Z
calendar vincent.vole@example.com 2026-11-01 2026-12-31
    2026-11-03T15:00:00Z 2026-11-03T16:00:00Z - busy Choir
    2026-11-10T15:00:00Z 2026-11-10T16:00:00Z - busy Choir
    2026-11-17T10:00:00Z 2026-11-17T11:00:00Z - busy Choir
    2026-11-24T10:00:00Z 2026-11-24T11:00:00Z - busy Choir

# All dates that wait are answered at once, in one reply; the series and what was answered stay
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=5
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com decline weekly@example.net 20261124T090000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261110T090000Z
    SEQUENCE:1
    DTSTAMP:20261102T080000Z
    DTSTART:20261110T130000Z
    DTEND:20261110T140000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261117T090000Z
    SEQUENCE:1
    DTSTAMP:20261102T080000Z
    DTSTART:20261117T130000Z
    DTEND:20261117T140000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
waiting vincent.vole@example.com
    invitation weekly@example.net 20261110T090000Z from anna@example.net
    invitation weekly@example.net 20261117T090000Z from anna@example.net
click vincent.vole@example.com decline-dates weekly@example.net
    Away in the afternoon
outcome done
verdict replied
sends REPLY anna@example.net
    RECURRENCE-ID:20261110T090000Z
    RECURRENCE-ID:20261117T090000Z
    ATTENDEE vincent.vole@example.com DECLINED
    COMMENT:Away in the afternoon
    not RECURRENCE-ID:20261124T090000Z
    not RRULE
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-05
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T13:00:00Z 2026-11-10T14:00:00Z declined free Weekly
    2026-11-17T13:00:00Z 2026-11-17T14:00:00Z declined free Weekly
    2026-11-24T09:00:00Z 2026-11-24T10:00:00Z declined free Weekly
    2026-12-01T09:00:00Z 2026-12-01T10:00:00Z accepted busy Weekly
click vincent.vole@example.com accept-dates weekly@example.net
outcome done
sends nothing

# Of dates that came without their series each is answered once
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T090000Z
    DTEND:20261110T100000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    RECURRENCE-ID:20261117T090000Z
    DTSTART:20261117T090000Z
    DTEND:20261117T100000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept-dates weekly@example.net
outcome done
sends REPLY anna@example.net
    RECURRENCE-ID:20261110T090000Z
    RECURRENCE-ID:20261117T090000Z
    ATTENDEE vincent.vole@example.com ACCEPTED
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-05
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z accepted busy Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly
