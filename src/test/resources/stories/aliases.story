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
    vincent.vole+lab
