# Whoever is invited by an alias is invited, and answers as the address that was invited
prefer vincent.vole@example.com aliases Chair@Example.com,vv@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:%43hair@EXAMPLE.com
verdict invited
click vincent.vole@example.com accept meeting@example.net
sends REPLY anna@example.net
    ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:vincent.vole@example.com":MAILTO:%43hair@EXAMPLE.com

# Mail for an alias is mail for its user, not for a new one
prefer vincent.vole@example.com aliases chair@example.com
mail from anna@example.net to chair@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:chair@example.com
verdict invited
users vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-03 2026-11-04
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z needs-action free Meeting

# What is sent from an alias, or from an address with a detail, is its user's
prefer vincent.vole@example.com aliases chair@example.com
sent from chair@example.com to anna@example.net
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:chair@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
verdict sent
sent from vincent.vole+work@example.com to anna@example.net
    METHOD:REQUEST
    UID:other@example.com
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Other
    ORGANIZER:mailto:vincent.vole+work@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
verdict sent
users vincent.vole@example.com
calendar vincent.vole@example.com 2026-11-03 2026-11-05
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z - busy Plan
    2026-11-04T09:00:00Z 2026-11-04T10:00:00Z - busy Other

# The agent of this site speaks for its people from whichever domain it sends
setting MESSAGE_SENDER calendar@mail.example.org
send harriet.hare@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:harriet.hare@example.com
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
sends REQUEST vincent.vole@example.com
    ORGANIZER;SENT-BY="mailto:calendar@mail.example.org":mailto:harriet.hare@example.com
mail from calendar@mail.example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER;SENT-BY="mailto:calendar@mail.example.org":mailto:harriet.hare@example.com
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
click vincent.vole@example.com accept plan@example.com
sends REPLY harriet.hare@example.com
    ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:calendar@mail.example.org":mailto:vincent.vole@example.com
later PT1H
mail from calendar@mail.example.org to harriet.hare@example.com
    METHOD:REPLY
    UID:plan@example.com
    SEQUENCE:0
    DTSTART:20261103T090000Z
    SUMMARY:Plan
    ORGANIZER;SENT-BY="mailto:calendar@mail.example.org":mailto:harriet.hare@example.com
    ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:calendar@mail.example.org":mailto:vincent.vole@example.com
verdict answered
kept harriet.hare@example.com plan@example.com
    ATTENDEE vincent.vole@example.com ACCEPTED

# Of another site, the agent of a domain below or above speaks for its people, and no stranger does
send vincent.vole@example.com plan@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
sends REQUEST anna@example.net
later PT1H
mail from calendar@notexample.net to vincent.vole@example.com
    METHOD:REPLY
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:calendar@notexample.net":mailto:anna@example.net
verdict not-sender
mail from calendar@cal.example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:calendar@cal.example.net":mailto:anna@example.net
verdict not-sender

# A detail after a + is no other user, known or not (RFC 5233)
mail from anna@example.net to vincent.vole+lists@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Meeting
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole+work@example.com
verdict invited
users vincent.vole@example.com
click vincent.vole@example.com decline meeting@example.net
sends REPLY anna@example.net
    ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:vincent.vole@example.com":mailto:vincent.vole+work@example.com

# A user whose own address has a + stays who they are
prefer vincent.vole+lab@example.com LANG en
prefer vincent.vole@example.com LANG en
mail from anna@example.net to vincent.vole+lab@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole+lab@example.com
verdict invited
kept vincent.vole@example.com meeting@example.net nothing
kept vincent.vole+lab@example.com meeting@example.net
    ATTENDEE vincent.vole+lab@example.com NEEDS-ACTION RSVP=TRUE
