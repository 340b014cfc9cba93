# Delegating: REPLY to the organiser, REQUEST to the delegate, and the person is free (RFC 5546, 3.2.2.3)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com delegate paula@example.com meeting@example.net
    You know more of it
outcome done
verdict passed-on
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:paula@example.com
sends REQUEST paula@example.com
    ORGANIZER;SENT-BY="mailto:vincent.vole@example.com":mailto:anna@example.net
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:paula@example.com
    ATTENDEE paula@example.com NEEDS-ACTION RSVP=TRUE DELEGATED-FROM=mailto:vincent.vole@example.com
sends nothing
waiting vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z delegated free Planning

# Delegating a series: its changed dates go with it, but not those that were answered by themselves
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    RECURRENCE-ID:20261110T090000Z
    DTSTART:20261110T140000Z
    DTEND:20261110T150000Z
    SUMMARY:Weekly, later
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
later PT1M
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com decline weekly@example.net 20261117T090000Z
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DECLINED
later PT1M
click vincent.vole@example.com delegate paula@example.com weekly@example.net
outcome done
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:paula@example.com
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:paula@example.com
    not 20261117T090000Z
sends REQUEST paula@example.com
    RRULE:FREQ=WEEKLY;COUNT=3
    EXDATE:20261117T090000Z
    ATTENDEE paula@example.com NEEDS-ACTION DELEGATED-FROM=mailto:vincent.vole@example.com
    RECURRENCE-ID:20261110T090000Z
    SUMMARY:Weekly, later
    ATTENDEE paula@example.com NEEDS-ACTION DELEGATED-FROM=mailto:vincent.vole@example.com
    not RECURRENCE-ID:20261117T090000Z
    not REPLIED
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z delegated free Weekly
    2026-11-10T14:00:00Z 2026-11-10T15:00:00Z delegated free Weekly, later
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z declined free Weekly
later PT1M
click vincent.vole@example.com delegate carl@example.com weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:carl@example.com
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com DELEGATED DELEGATED-TO=mailto:carl@example.com
    not paula@example.com
sends REQUEST carl@example.com
    ATTENDEE carl@example.com NEEDS-ACTION DELEGATED-FROM=mailto:vincent.vole@example.com
    RECURRENCE-ID:20261110T090000Z
    SUMMARY:Weekly, later
    ATTENDEE carl@example.com NEEDS-ACTION DELEGATED-FROM=mailto:vincent.vole@example.com
later PT1M
click vincent.vole@example.com accept weekly@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com ACCEPTED
    not DELEGATED-TO

# Nobody delegates to the organiser, to themselves or to somebody invited
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
click vincent.vole@example.com delegate anna@example.net meeting@example.net
outcome refused
click vincent.vole@example.com delegate vincent.vole@example.com meeting@example.net
outcome refused
click vincent.vole@example.com delegate bo@example.net meeting@example.net
outcome refused
sends nothing

# A counter-proposal goes to the organiser and its time is held (RFC 5546, 3.2.7)
prefer vincent.vole@example.com freebusy_offers P1D
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-04T09:00:00Z 2026-11-04T10:30:00Z
    Rather on Wednesday
outcome done
verdict proposed
sends COUNTER anna@example.net
    SEQUENCE:2
    DTSTART:20261104T090000Z
    DTEND:20261104T103000Z
    COMMENT:Rather on Wednesday
sends nothing
waiting vincent.vole@example.com
holds vincent.vole@example.com
    meeting@example.net 2026-11-04T09:00:00Z 2026-11-04T10:30:00Z
later P1D
holds vincent.vole@example.com
proposed vincent.vole@example.com meeting@example.net
    vincent.vole@example.com 2026-11-04T09:00:00Z
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:3
    DTSTART:20261104T090000Z
    DTEND:20261104T103000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
proposed vincent.vole@example.com meeting@example.net

# The time it has is no proposal
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
verdict repeated
sends nothing

# An attendee who changes their own part replies; SEQUENCE stays (RFC 5546, 2.1.4)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
send vincent.vole@example.com meeting@example.net
    UID:meeting@example.net
    SEQUENCE:7
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
verdict replied
sends REPLY anna@example.net
    SEQUENCE:2
    ATTENDEE vincent.vole@example.com ACCEPTED
sends nothing
waiting vincent.vole@example.com

# What is the organiser's an attendee cannot change
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
send vincent.vole@example.com meeting@example.net
    UID:meeting@example.net
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
outcome refused
send vincent.vole@example.com meeting@example.net
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
outcome refused
sends nothing

# A date taken out of one's copy of a series is declined (RFC 6638, 3.2.2.1)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
send vincent.vole@example.com weekly@example.net
    UID:weekly@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    EXDATE:20261110T090000Z
    SUMMARY:Weekly
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
sends REPLY anna@example.net
    RECURRENCE-ID:20261110T090000Z
    ATTENDEE vincent.vole@example.com DECLINED
sends nothing
calendar vincent.vole@example.com 2026-11-01 2026-12-01
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z accepted busy Weekly
    2026-11-10T09:00:00Z 2026-11-10T10:00:00Z declined free Weekly
    2026-11-17T09:00:00Z 2026-11-17T10:00:00Z accepted busy Weekly

# Who has set no name answers by the one that the event has for them; nothing that looks like an address is a name
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:named@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;CN=Vincent Vole;RSVP=TRUE:mailto:vincent.vole@example.com
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:misnamed@example.net
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Review
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;CN="boss@example.org":mailto:vincent.vole@example.com
click vincent.vole@example.com accept named@example.net
writes From: Vincent Vole <vincent.vole@example.com>
writes Vincent Vole accepts the invitation
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
click vincent.vole@example.com accept misnamed@example.net
writes From: <vincent.vole@example.com>
writes vincent.vole@example.com accepts the invitation
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
