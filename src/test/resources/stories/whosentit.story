# A deputy whom only their own mail named is no deputy in their next mail either: it says who sent it
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;CN=Anna;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER;CN=Anna;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
delivers
    (not the organiser)
kept vincent.vole@example.com meeting@example.net
    X-IMIP-AGENT-SENDER:mailto:mallory@example.net
later PT1H
mail from mallory@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:3
    ORGANIZER;CN=Anna;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict cancelled
delivers
    (not the organiser)

# Nor does it make us write to whom they named
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:weekly@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    RRULE:FREQ=WEEKLY
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
later PT1H
prefer vincent.vole@example.com add_method_response refresh
mail from mallory@example.net to vincent.vole@example.com
    METHOD:ADD
    UID:weekly@example.net
    SEQUENCE:2
    DTSTART:20261104T090000Z
    DTEND:20261104T100000Z
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
sends nothing

# Whom the organiser's own mail named is a deputy
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:office@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from office@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER;SENT-BY="mailto:office@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict updated
kept vincent.vole@example.com meeting@example.net
    not X-IMIP-AGENT-SENDER
later PT1H
mail from office@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:3
    ORGANIZER;SENT-BY="mailto:office@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict cancelled

# That somebody took the sender's place does not make them the organiser
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;CN=Anna:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
    ATTENDEE;DELEGATED-FROM="mailto:mallory@example.net":mailto:bo@example.net
verdict invited
delivers
    (not the organiser)

# Who took an event over does not shut out whose it was by a number beyond which there is none
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
    SEQUENCE:2147483647
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Taken over
    ORGANIZER:mailto:mallory@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
kept vincent.vole@example.com meeting@example.net
    SUMMARY:Planning

# Nor does that keep their CANCEL from counting; one of before the event was taken over is old
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
    SEQUENCE:99999999999999999999
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Taken over
    ORGANIZER:mailto:mallory@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:0
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict stale
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:2
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
