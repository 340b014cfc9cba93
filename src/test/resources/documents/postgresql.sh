# Calendars in PostgreSQL; resources; then the commands of the guide for resources with calendars there.
guide=src/docs/postgresql.md
follow README.md "Install it"
agent user add $person
follow $guide "A role and a database"
ident=$(ls -d "$debian"/etc/postgresql/*/main)
lines $guide "The same machine: no password" 1 >>"$ident/pg_ident.conf"
{ lines $guide "The same machine: no password" 2; cat "$ident/pg_hba.conf"; } >"$work/hba"
lines $guide "Another machine: a password and TLS" 2 >>"$work/hba"
cat "$work/hba" >"$ident/pg_hba.conf"
as_written $guide "The same machine: no password" "systemctl reload postgresql"
{ grep -v '^STORE' "$debian/etc/imip-agent/config.txt"; lines $guide "The same machine: no password" 3; } >"$debian/etc/imip-agent/postgresql.txt"
as_written $guide "Moving calendars" "runuser -u imip-agent -- imip-agent store copy /etc/imip-agent/postgresql.txt"
cp "$debian/etc/imip-agent/postgresql.txt" "$debian/etc/imip-agent/config.txt"
checked
page 200 /imip-manager/
as_written $guide "Moving calendars" "runuser -u imip-agent -- imip-agent store copy /var/lib/imip-agent/store"
as_written $guide "Upgrades and backups" "runuser -u imip-agent -- imip-agent store upgrade"
as_written $guide "Upgrades and backups" "runuser -u imip-agent -- imip-agent store verify"

mkdir -p "$debian/etc/imip-agent/photos"
cp "$root/src/docs/pictures/invitation.png" "$debian/etc/imip-agent/photos/hall.png"
follow src/docs/resources.md "Rooms and other resources"
printf 'address,name,kind,capacity\nattic@%s,The attic,room,8\n' "$domain" >"$debian/root/rooms.csv"
follow src/docs/resources.md Lists 1
typed_says added
agent resources list | grep -q attic@$domain || fail "the list was not taken"
follow src/docs/resources.md Quotas
typed_says 20
as_written src/docs/resources.md Owners "runuser -u imip-agent -- imip-agent resources remind"
page 200 /imip-manager/resources
grep -q "The hall" "$work/page" || fail "the page has no hall"

follow $guide "Upgrades and backups"
agent resources list | grep -q hall@$domain || fail "the restored database has no hall"
page 200 /imip-manager/resources

follow $guide "Another machine: a password and TLS" 1
page 200 /imip-manager/
