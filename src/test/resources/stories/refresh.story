# Who is invited and asks again is sent the event, once (RFC 5546, 3.2.6)
prefer vincent.vole@example.com event_refreshing always
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
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refreshed
sends REQUEST anna@example.net
    UID:mine@example.com
    SUMMARY:Mine
again to vincent.vole@example.com
verdict repeated
sends nothing

# By default the person is asked
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refresh-asked
sends nothing

# Who is not invited learns nothing
prefer vincent.vole@example.com event_refreshing always
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
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:mallory@example.org
verdict not-invited
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict not-sender
mail from anna@example.net to vincent.vole@example.com
    METHOD:REFRESH
    UID:nothing@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict unknown-event
sends nothing

# Their calendar program asks for them, and is answered once: Auto-Submitted: auto-replied
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com Auto-Submitted: auto-replied
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refreshed
sends REQUEST anna@example.net
    UID:mine@example.com
again to vincent.vole@example.com
verdict repeated
sends nothing

# Their calendar program asks for them, and is answered once: Auto-Submitted: auto-generated
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com Auto-Submitted: auto-generated
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refreshed
sends REQUEST anna@example.net
    UID:mine@example.com
again to vincent.vole@example.com
verdict repeated
sends nothing

# No program answers a program: List-Id: <friends.example.net> (RFC 3834)
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com List-Id: <friends.example.net>
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refresh-asked
sends nothing

# No program answers a program: Precedence: bulk (RFC 3834)
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com Precedence: bulk
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refresh-asked
sends nothing

# No program answers a program: Return-Path: <> (RFC 3834)
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com Return-Path: <>
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refresh-asked
sends nothing

# Their calendar program asks for them, and is answered once: X-Auto-Response-Suppress: All
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com X-Auto-Response-Suppress: All
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refreshed
sends REQUEST anna@example.net
    UID:mine@example.com
again to vincent.vole@example.com
verdict repeated
sends nothing

# Their calendar program asks for them, and is answered once: Sender: calendar@example.com
prefer vincent.vole@example.com event_refreshing always
own vincent.vole@example.com
    UID:mine@example.com
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com Sender: calendar@example.com
    METHOD:REFRESH
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
verdict refreshed
sends REQUEST anna@example.net
    UID:mine@example.com
again to vincent.vole@example.com
verdict repeated
sends nothing

