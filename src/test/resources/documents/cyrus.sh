# Postfix with mailboxes of Cyrus.
answers postfix postfix/main_mailer_type select "Internet Site"
answers postfix postfix/mailname string $domain
within apt-get install systemd-standalone-tmpfiles >/dev/null 2>&1 || fail "systemd-tmpfiles, which every Debian with systemd has"

mkdir -p "$debian/etc/tmpfiles.d"

follow README.md "Install it"
follow src/docs/mail.md "Mail integration"
follow src/docs/mail.md "Postfix with lists"
follow src/docs/mail.md Cyrus
sed -i 's/^#autocreate_post/autocreate_post/' "$debian/etc/imapd.conf"
sed -i 's,-l /run/dovecot/imip-agent,-l /run/cyrus-imip-agent/lmtp,' "$debian/etc/postfix/master.cf"
within systemctl restart cyrus-imapd >/dev/null
within postfix reload 2>/dev/null
in_time within test -S /run/cyrus-imip-agent/lmtp
checked
grep -qE "^ok\s+mailboxes" "$work/check" || { cat "$work/check" >&2; fail "check of the mailboxes"; }
mail lunch || fail "not taken: $(cat "$work/smtp")"
in_time in_calendar lunch
in_time within grep -rq "^Subject: Lunch lunch" /var/spool/cyrus/mail
