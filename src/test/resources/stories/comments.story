# What a guest writes along stands beside them in the organiser's calendar, and goes to nobody else
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;RSVP=TRUE:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    COMMENT:"Cake"
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net ACCEPTED X-IMIP-AGENT-COMMENT='Cake'
later PT1H
send vincent.vole@example.com mine@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Mine
    LOCATION:Burrow 2
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:bo@example.net
sends REQUEST anna@example.net bo@example.net
    LOCATION:Burrow 2
    not Cake
    not X-IMIP-AGENT
-- and it is still there, though what wrote the event dropped it
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net ACCEPTED X-IMIP-AGENT-COMMENT='Cake'
-- until they answer anew
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.net
verdict answered
kept vincent.vole@example.com mine@example.com
    ATTENDEE anna@example.net DECLINED
    not Cake

# What somebody else notes as the comment of a guest is no word of theirs
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;X-IMIP-AGENT-COMMENT=I resign:mailto:vincent.vole@example.com
    ATTENDEE:mailto:bo@example.net
kept vincent.vole@example.com meeting@example.net
    not I resign

# What the person wrote along with an answer is kept with it, through changes that do not ask anew
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTAMP:20261101T080000Z
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
click vincent.vole@example.com tentative meeting@example.net
    Perhaps
sends REPLY anna@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE
    COMMENT:Perhaps
    not X-IMIP-AGENT
kept vincent.vole@example.com meeting@example.net
    ATTENDEE vincent.vole@example.com TENTATIVE X-IMIP-AGENT-COMMENT=Perhaps
later PT1H
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTAMP:20261101T200000Z
    SEQUENCE:1
    DTSTART:20261103T090000Z
    DTEND:20261103T100000Z
    SUMMARY:Planning
    LOCATION:Burrow 2
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE;PARTSTAT=TENTATIVE:mailto:vincent.vole@example.com
verdict updated
kept vincent.vole@example.com meeting@example.net
    LOCATION:Burrow 2
    ATTENDEE vincent.vole@example.com TENTATIVE X-IMIP-AGENT-COMMENT=Perhaps

# The comment of an answer that the person's own program sent is kept too
mail from anna@example.net to vincent.vole@example.com
    METHOD:REQUEST
    UID:meeting@example.net
    DTSTART:20261103T090000Z
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
later PT1H
sent from vincent.vole@example.com to anna@example.net
    METHOD:REPLY
    UID:meeting@example.net
    ORGANIZER:mailto:anna@example.net
    ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
    COMMENT:Travelling
kept vincent.vole@example.com meeting@example.net
    ATTENDEE vincent.vole@example.com DECLINED X-IMIP-AGENT-COMMENT=Travelling

# What somebody not invited writes waits with their answer, and stays when they are let in
own vincent.vole@example.com
    UID:mine@example.com
    DTSTART:20261103T090000Z
    SUMMARY:Mine
    ORGANIZER:mailto:vincent.vole@example.com
    ATTENDEE:mailto:anna@example.net
mail from carl@example.org to vincent.vole@example.com
    METHOD:REPLY
    UID:mine@example.com
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:carl@example.org
    COMMENT:Please
verdict uninvited
click vincent.vole@example.com let-in carl@example.org mine@example.com
kept vincent.vole@example.com mine@example.com
    ATTENDEE carl@example.org ACCEPTED X-IMIP-AGENT-COMMENT=Please
sends REQUEST carl@example.org
    not X-IMIP-AGENT-COMMENT
