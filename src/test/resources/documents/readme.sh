# The README from top to bottom, then what the administrator's guide says of the years after.
answers postfix postfix/main_mailer_type select "Internet Site"
answers postfix postfix/mailname string $domain

follow README.md "Install it"
page 401 //imip-manager/
page 200 /imip-manager/
checked
grep -qF "$person:" "$debian/etc/imip-agent/users" || fail "the log-in is not in its file"

follow README.md "Connect the mail server"
mailboxes
as_written README.md "Connect the mail server" "doveadm user vincent.vole@example.com"
checked
for part in postfix mailboxes apache sending; do grep -qE "^ok\s+$part" "$work/check" || { cat "$work/check" >&2; fail "check of $part"; }; done
arrives lunch
replies lunch
mail aside $colleague || fail "who is not listed: $(cat "$work/smtp")"
mail caller postmaster@$domain || fail "postmaster: $(cat "$work/smtp")"
in_time with_colleague "^Subject: Lunch aside"
in_time in_file "/var/mail/*" "^Subject: Lunch caller"
! mail stranger nobody-here@$domain || fail "mail for whom nobody knows is taken"

step "a room"
echo "hall@$domain room" >>"$debian/etc/postfix/imip-agent/resources"
as_written src/docs/mail.md "Postfix with lists" "postfix reload"
within runuser -u imip-agent -- imip-agent resources add hall@$domain
mail assembly hall@$domain
in_time with_colleague "^From:.*hall@"

guide=src/docs/administration.md
follow $guide Check
as_written $guide Monitoring "imip-agent check --json"
as_written $guide Monitoring "runuser -u imip-agent -- imip-agent outbox list"
as_written $guide Troubleshooting "htpasswd -vB /etc/imip-agent/users vincent.vole@example.com"
as_written $guide Troubleshooting "doveadm user vincent.vole@example.com"
as_written $guide Troubleshooting "runuser -u imip-agent -- imip-agent activity --user vincent.vole@example.com"
typed_says lunch@$domain
as_written $guide Troubleshooting "runuser -u imip-agent -- imip-agent freebusy publish"
as_written $guide Troubleshooting "imip-agent settings"
as_written $guide Troubleshooting "imip-agent web-config apache"
as_written src/docs/mail.md "Mail integration" "hostname -f"
typed_says "^mail.$domain$"

# The package that the guide upgrades to, made of this one.
next=$(lines $guide Upgrade | sed -n 's,.*\./\(.*\)_\(.*\)_\(.*\)\.deb.*,\2,p')
dpkg-deb -R "$package" "$work/next"
sed -i "s/^Version: .*/Version: $next/" "$work/next/DEBIAN/control"
echo "# the next version" >>"$work/next/usr/lib/imip-agent/lib/launch.sh"
rm -f "$work/next/DEBIAN/md5sums"
dpkg-deb --root-owner-group -Znone -b "$work/next" "$debian/root/${name}_${next}_$(dpkg --print-architecture).deb" >/dev/null

follow $guide Backup
follow $guide Upgrade
[ "$(within dpkg-query -W -f '${Version}' "$name")" = "$next" ] || fail "not upgraded"
page 200 /imip-manager/
arrives after
follow $guide Restore
page 200 /imip-manager/
in_calendar lunch || fail "the backup's event is not there"
! in_calendar after || fail "what came after the backup is there"
agent person -d -o $person <"$work/mail" >"$work/out"
in_calendar after || fail "a message given again is not taken"
follow $guide Downgrade
[ "$(within dpkg-query -W -f '${Version}' "$name")" = "$version" ] || fail "not downgraded"
arrives later

follow $guide "One person"
grep -q "SUMMARY:Lunch later" "$debian/root/vincent.ics" || fail "the export"
! in_calendar later || fail "the person is still there"
as_written $guide "One person" "htpasswd -D /etc/imip-agent/users vincent.vole@example.com"
page 401 /imip-manager/

step "removal"
sed -i '/^# imip-agent: lines for/,$d' "$debian/etc/postfix/main.cf" "$debian/etc/postfix/master.cf"
within postconf -PX pickup/unix/cleanup_service_name
within postfix reload 2>"$work/out" || { cat "$work/out" >&2; fail "Postfix without the lines"; }
as_written $guide Removal "apt remove imip-agent"
[ ! -e "$debian/usr/bin/imip-agent" ] || fail "removed, and there"
[ -e "$debian/var/lib/imip-agent/store/imip-agent.sqlite" ] || fail "removing took the calendars away"
as_written $guide Removal "apt purge imip-agent"
[ ! -e "$debian/var/lib/imip-agent" ] && [ ! -e "$debian/etc/imip-agent" ] || fail "purged, and there"
as_written $guide Removal "deluser imip-agent"
