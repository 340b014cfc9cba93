# A service that brought the event in its organiser's name may bring its changes
mail from bookings@service.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from bookings@service.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
mail from mallory@example.org to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:3
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
later PT1H
mail from bookings@service.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:3
    STATUS:CANCELLED
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled

# Once the organiser has written, the service speaks for them no more
mail from bookings@service.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from bookings@service.example to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:3
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

# Sender and Reply-To prove nothing: anybody may write them
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
mail from mallory@example.org to vincent.vole@example.com Sender: anna@example.net
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
mail from mallory@example.org to vincent.vole@example.com Reply-To: anna@example.net
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

# Who acted for the organiser before may act for them again (SENT-BY)
mail from office@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;SENT-BY="mailto:office@other.example":mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
later PT1H
mail from office@other.example to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER;SENT-BY="mailto:office@other.example":mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from mallory@example.org to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:4
    ORGANIZER;SENT-BY="mailto:mallory@example.org":mailto:anna@example.net
verdict not-organiser

# Marks of our own that a stranger writes mean nothing
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    X-IMIP-AGENT-FROM:mailto:mallory@example.org
    ATTENDEE;X-IMIP-AGENT-REPLIED=99991231T235959Z:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
kept vincent.vole@example.com meeting@example.net
    not X-IMIP-AGENT
later PT1H
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser

# Strangers' invitations are handed on as they came, when the person wants only those of people they know
prefer vincent.vole@example.com invitations known
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:spam@example.org
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:mallory@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict unknown-sender
kept vincent.vole@example.com spam@example.org nothing
waiting vincent.vole@example.com
delivers
    X-Imip-Agent: unknown-sender
    Subject: Invitation
mail from mallory@example.org to vincent.vole@example.com
    METHOD:PUBLISH
    UID:spam@example.org
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:mallory@example.org
verdict unknown-sender
mail from harvey@example.com to vincent.vole@example.com
    METHOD:REQUEST
    UID:inside@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:harvey@example.com
    ATTENDEE;CN=Bo:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:bo@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict invited
mail from o@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:o@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:o@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict unknown-sender

# Nobody's invitations are taken, when the person prefers so; what is in the calendar is kept up to date
own vincent.vole@example.com
    UID:meeting@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:harvey@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
prefer vincent.vole@example.com invitations none
later PT1H
mail from harvey@example.com to vincent.vole@example.com
    METHOD:REQUEST
    UID:another@example.com
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:harvey@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict unknown-sender
kept vincent.vole@example.com another@example.com nothing
delivers untouched
mail from harvey@example.com to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning two years
    ORGANIZER:mailto:harvey@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
mail from harvey@example.com to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.com
    SEQUENCE:1
    ORGANIZER:mailto:harvey@example.com
    ATTENDEE:mailto:vincent.vole@example.com
verdict cancelled
waiting vincent.vole@example.com

# Another organiser takes over only who attended, as the person prefers
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
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated

# Or anybody at all, in their own name, as the person prefers
prefer vincent.vole@example.com organiser_replacement any
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
later PT1H
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:carl@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
mail from carl@example.org to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:1
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:carl@example.org
    ATTENDEE:mailto:vincent.vole@example.com
verdict updated
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:CANCEL
    UID:meeting@example.net
    SEQUENCE:2
    ATTENDEE:mailto:vincent.vole@example.com
verdict not-organiser
kept vincent.vole@example.com meeting@example.net
    SUMMARY:Changed
    ORGANIZER:mailto:carl@example.org

# And never, when the person prefers so
prefer vincent.vole@example.com organiser_replacement never
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
mail from bo@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    SEQUENCE:2
    DTSTART:20261103T110000Z
    DTEND:20261103T120000Z
    SUMMARY:Changed
    ORGANIZER:mailto:bo@example.net
    ATTENDEE:mailto:vincent.vole@example.com
verdict organiser-changed

# Nor is it told in the organiser's voice where it is not clear who sent it: two From fields
mail from anna@example.net to vincent.vole@example.com From: mallory@example.org
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;CN=Anna:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
delivers
    clear who sent this

# And never who sent it in the organiser's name as a deputy that nobody here knows of
mail from mallory@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER;CN=Anna;SENT-BY="mailto:mallory@example.net":mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
verdict invited
delivers
    (not the organiser)
