# A SENT-BY that nobody here knows of does not speak for another, of the same domain or not (RFC 6047, 3)
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@mail.example
later PT1H
mail from mallory@mail.example to vincent.vole@example.com
    METHOD:REPLY
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:mallory@mail.example":mailto:anna@mail.example
verdict not-sender
kept vincent.vole@example.com plan@example.com
    ATTENDEE anna@mail.example NEEDS-ACTION

# Nor does it change or cancel the event of another
mail from boss@mail.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@mail.example
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:boss@mail.example
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from mallory@mail.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@mail.example
    SEQUENCE:1
    ORGANIZER;SENT-BY="mailto:mallory@mail.example":mailto:boss@mail.example
verdict not-organiser
mail from mallory@mail.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@mail.example
    SEQUENCE:1
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Elsewhere
    ORGANIZER;SENT-BY="mailto:mallory@mail.example":mailto:boss@mail.example
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

# It does in a domain of the site's own in which all may write for all (DEPUTY_DOMAINS)
setting DEPUTY_DOMAINS mail.example
own vincent.vole@example.com
    UID:plan@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Plan
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@mail.example
    ATTENDEE;RSVP=TRUE:mailto:bo@other.example
later PT1H
mail from office@mail.example to vincent.vole@example.com
    METHOD:REPLY
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:office@mail.example":mailto:anna@mail.example
verdict answered
kept vincent.vole@example.com plan@example.com
    ATTENDEE anna@mail.example DECLINED
mail from office@mail.example to vincent.vole@example.com
    METHOD:REPLY
    UID:plan@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:office@mail.example":mailto:bo@other.example
verdict not-sender

# And where the person whom it represents has chosen the deputy
prefer harriet.hare@example.com deputies office@example.com
mail from office@example.com to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:office@example.com":mailto:harriet.hare@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
kept vincent.vole@example.com meeting@example.com
    not X-IMIP-AGENT-SENDER
later PT1H
mail from mallory@example.com to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.com
    SEQUENCE:1
    ORGANIZER;SENT-BY="mailto:mallory@example.com":mailto:harriet.hare@example.com
verdict not-organiser

# Who took an event over does not shut out whose it was: they may always take it back
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    ATTENDEE:mailto:mallory@example.net
later PT1H
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Taken over
    ORGANIZER:mailto:mallory@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:3
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Mine
    ORGANIZER:mailto:mallory@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:4
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
kept vincent.vole@example.com meeting@example.net
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    not X-IMIP-AGENT-ORGANISER-BEFORE
later PT1H
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:5
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Taken over
    ORGANIZER:mailto:mallory@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict organiser-changed

# Who passes an invitation on is no deputy of the organiser for that (RFC 5546, 3.2.2.3)
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:anna@example.net":mailto:olga@example.net
    ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:vincent.vole@example.com":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE;DELEGATED-FROM="mailto:anna@example.net":mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER;SENT-BY="mailto:anna@example.net":mailto:olga@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
later PT1H
mail from olga@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:1
    ORGANIZER:mailto:olga@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
