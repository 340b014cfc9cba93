# Free/busy that is shared is told without the person (RFC 5546, 3.3.2)
prefer vincent.vole@example.com freebusy_sharing share
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Secret
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:fb1@example.net
    DTSTAMP:20261101T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:Vincent.Vole@example.com
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    END:VFREEBUSY
verdict freebusy-told
sends REPLY anna@example.net
    UID:fb1@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:Vincent.Vole@example.com
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY;FBTYPE=BUSY:20261103T090000Z/20261103T100000Z
    not Secret
delivers
    X-Imip-Agent: freebusy-told; method=REQUEST; component=VFREEBUSY
    Subject: Invitation
    not multipart
again to vincent.vole@example.com
verdict repeated
sends nothing

# Free/busy that is not shared is told to nobody, and the mail goes on
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:fb1@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    END:VFREEBUSY
verdict not-shared
sends nothing
delivers
    X-Imip-Agent: not-shared
    BEGIN:VFREEBUSY

# Nobody gets an answer to what somebody else asked, and a thousand years are nobody's business
prefer vincent.vole@example.com freebusy_sharing share
mail from mallory@example.org to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:fb1@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    END:VFREEBUSY
verdict not-organiser
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:fb1@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:vincent.vole@example.com
    DTSTART:20261103T000000Z
    DTEND:30261104T000000Z
    END:VFREEBUSY
verdict impossible
detail a window of more than ten years
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    BEGIN:VFREEBUSY
    UID:fb1@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE:mailto:bo@example.com
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    END:VFREEBUSY
verdict not-invited
sends nothing

# What somebody publishes of their own time is kept, with what their answers say
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.net
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb2@example.net
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY;FBTYPE=X-HOLIDAY:20261103T120000Z/PT1H,20261103T150000Z/P0DT30M
    FREEBUSY;FBTYPE=BUSY-TENTATIVE;TZID=Europe/Oslo:20261103T180000/20261103T190000
    FREEBUSY;FBTYPE=FREE:20261103T200000Z/PT1H
    FREEBUSY:nonsense,20261103T230000Z/20261103T220000Z
    END:VFREEBUSY
verdict freebusy-kept
others vincent.vole@example.com anna@example.net 2026-11-03 2026-11-04
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
    2026-11-03T12:00:00Z 2026-11-03T13:00:00Z busy
    2026-11-03T15:00:00Z 2026-11-03T15:30:00Z busy
    2026-11-03T17:00:00Z 2026-11-03T18:00:00Z tentative
others vincent.vole@example.com bo@example.net 2026-11-03 2026-11-04
freebusy vincent.vole@example.com 2026-11-03 2026-11-04
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
again to vincent.vole@example.com
verdict repeated

# An answer about free/busy counts only from whose it is
mail from bo@example.net to vincent.vole@example.com
    METHOD:REPLY
    BEGIN:VFREEBUSY
    UID:fb3@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T120000Z/PT1H
    END:VFREEBUSY
verdict not-sender
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    BEGIN:VFREEBUSY
    UID:fb3@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T120000Z/PT1H
    END:VFREEBUSY
verdict freebusy-kept
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    BEGIN:VFREEBUSY
    UID:fb4@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    END:VFREEBUSY
verdict freebusy-kept
others vincent.vole@example.com anna@example.net 2026-11-03 2026-11-04

# Bundled free/busy goes with what the person sends
prefer vincent.vole@example.com freebusy_sharing share
prefer vincent.vole@example.com freebusy_bundling always
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com accept meeting@example.net
sends REPLY+PUBLISH anna@example.net
    ATTENDEE vincent.vole@example.com ACCEPTED
    FREEBUSY;FBTYPE=BUSY:20261103T090000Z/20261103T100000Z

# An older word about somebody's time that comes late does not win over the newer (DTSTAMP)
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20261101T090000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T090000Z/20261103T100000Z
    END:VFREEBUSY
verdict freebusy-kept
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20261101T080000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T140000Z/20261103T150000Z
    END:VFREEBUSY
verdict stale
others vincent.vole@example.com anna@example.net 2026-11-03 2026-11-04
    2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy
-- the same again, said later, is the newest word
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20261101T094000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T090000Z/20261103T100000Z
    END:VFREEBUSY
verdict repeated
later PT1M
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20261101T093000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T140000Z/20261103T150000Z
    END:VFREEBUSY
verdict stale
-- a clock that is ahead silences nobody
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20361101T093000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T140000Z/20261103T150000Z
    END:VFREEBUSY
verdict freebusy-kept
later PT2H
mail from anna@example.net to vincent.vole@example.com
    METHOD:PUBLISH
    BEGIN:VFREEBUSY
    UID:fb@example.net
    DTSTAMP:20261101T113000Z
    ORGANIZER:mailto:anna@example.net
    DTSTART:20261103T000000Z
    DTEND:20261104T000000Z
    FREEBUSY:20261103T160000Z/20261103T170000Z
    END:VFREEBUSY
verdict freebusy-kept
