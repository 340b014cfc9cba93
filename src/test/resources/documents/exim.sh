# Exim, which Debian installs by itself beside the package, with lists, then with a directory.
answers exim4-config exim4/dc_eximconfig_configtype select "internet site; mail is sent and received directly using SMTP"
answers exim4-config exim4/use_split_config boolean true
answers exim4-config exim4/dc_other_hostnames string $domain
answers exim4-config exim4/dc_localdelivery select "mbox format in /var/mail/"
answers exim4-config exim4/mailname string $domain

follow README.md "Install it"
as_written src/docs/mail.md "Exim with lists" "dpkg-reconfigure exim4-config"
follow src/docs/mail.md "Mail integration"
follow src/docs/mail.md Dovecot 1
mailboxes
follow src/docs/mail.md "Exim with lists"
checked
for part in exim mailboxes; do grep -qE "^ok\s+$part" "$work/check" || { cat "$work/check" >&2; fail "check of $part"; }; done
arrives lists
replies lists
mail aside $colleague || fail "who is not listed: $(cat "$work/smtp")"
in_time with_colleague "^Subject: Lunch aside"

directory
rm "$debian/etc/exim4/imip-agent/people"
follow src/docs/mail.md "Exim with a directory"
arrives directory
