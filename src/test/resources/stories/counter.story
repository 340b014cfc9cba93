# What an attendee proposes waits, and the event stays as it is (RFC 5546, 3.2.7)
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict countered
detail anna@example.net: After lunch
waiting vincent.vole@example.com
    counter mine@example.com from anna@example.net
proposed vincent.vole@example.com mine@example.com
    anna@example.net 2026-11-03T14:00:00Z
kept vincent.vole@example.com mine@example.com
    DTSTART:20261103T090000Z
    not After lunch
sends nothing
again to vincent.vole@example.com
verdict repeated
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T160000Z
    DTEND:20261103T170000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict countered
proposed vincent.vole@example.com mine@example.com
    anna@example.net 2026-11-03T16:00:00Z
mail from bo@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict countered
proposed vincent.vole@example.com mine@example.com
    anna@example.net 2026-11-03T16:00:00Z
    bo@example.net 2026-11-03T14:00:00Z

# A proposal of somebody not invited, of a past version, or for an occurrence there is not
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from mallory@example.org to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict not-invited
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:0
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict stale
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    RECURRENCE-ID:20261104T090000Z
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict unknown-occurrence
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:nothing@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict unknown-event
waiting vincent.vole@example.com

# A proposal sent by a deputy is the attendee's, where the calendar names the deputy (SENT-BY); a stranger's is not
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE;SENT-BY="mailto:anna@example.net":mailto:chair@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;SENT-BY="mailto:anna@example.net":mailto:chair@example.net
verdict countered
proposed vincent.vole@example.com mine@example.com
    chair@example.net 2026-11-03T14:00:00Z
later PT1M
mail from mallory@example.org to vincent.vole@example.com
    METHOD:COUNTER
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T160000Z
    DTEND:20261103T170000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;SENT-BY="mailto:mallory@example.org":mailto:chair@example.net
verdict not-invited
click vincent.vole@example.com decline-counter chair@example.net mine@example.com
outcome done
sends DECLINECOUNTER chair@example.net

# Who proposed and was declined is asked again, once; the same again does not give free what was proposed since
prefer vincent.vole@example.com freebusy_offers P1D
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com counter meeting@example.net 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
sends COUNTER anna@example.net
waiting vincent.vole@example.com
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:DECLINECOUNTER
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    COMMENT:No room
verdict counter-declined
holds vincent.vole@example.com
waiting vincent.vole@example.com
    invitation meeting@example.net from anna@example.net
click vincent.vole@example.com counter meeting@example.net 2026-11-03T16:00:00Z 2026-11-03T17:00:00Z
sends COUNTER anna@example.net
again to vincent.vole@example.com
verdict repeated
waiting vincent.vole@example.com
holds vincent.vole@example.com
    meeting@example.net 2026-11-03T16:00:00Z 2026-11-03T17:00:00Z

# Who had answered before a proposal that is declined is not asked again
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
click vincent.vole@example.com tentative meeting@example.net
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
click vincent.vole@example.com counter meeting@example.net 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
sends COUNTER anna@example.net
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:DECLINECOUNTER
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict counter-declined
waiting vincent.vole@example.com

# Some programs send REQUEST where COUNTER is meant
setting IMIP_COUNTER_AS_REQUEST
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict countered
kept vincent.vole@example.com mine@example.com
    DTSTART:20261103T090000Z
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict not-invited

# Without the setting the person's own event came back to them
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T140000Z
    DTEND:20261103T150000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    COMMENT:After lunch
verdict own-event

# The organiser declines what the person proposed (RFC 5546, 3.2.8)
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
click vincent.vole@example.com counter meeting@example.net 2026-11-03T14:00:00Z 2026-11-03T15:00:00Z
verdict proposed
sends COUNTER anna@example.net
    DTSTART:20261103T140000Z
    SEQUENCE:1
proposed vincent.vole@example.com meeting@example.net
    vincent.vole@example.com 2026-11-03T14:00:00Z
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:DECLINECOUNTER
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    COMMENT:No room
verdict counter-declined
detail No room
proposed vincent.vole@example.com meeting@example.net
mail from mallory@example.org to vincent.vole@example.com
    METHOD:DECLINECOUNTER
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

