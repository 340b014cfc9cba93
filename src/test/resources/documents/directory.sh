# Postfix with lists, then people and their log-ins in a directory; https; other paths.
answers postfix postfix/main_mailer_type select "Internet Site"
answers postfix postfix/mailname string $domain

follow README.md "Install it"
follow src/docs/mail.md "Mail integration"
follow src/docs/mail.md Dovecot 1
mailboxes
follow src/docs/mail.md "Postfix with lists"
checked
arrives lists
replies lists

directory
rm "$debian/etc/postfix/imip-agent/people"
follow src/docs/mail.md "Postfix with a directory"
checked
within postmap -q $person ldap:/etc/postfix/imip-agent/people.ldap.cf >"$work/out" || fail "the directory does not know the person"
arrives directory

follow src/docs/web.md Apache
page 200 /imip-manager/
rm "$debian/etc/imip-agent/users"
follow src/docs/web.md "LDAP step by step"
typed_says "^mail: $person"
page 200 /imip-manager/
page 401 //imip-manager/ -u "$person:wrong"

follow src/docs/web.md https
base=http://calendar.$domain
page 301 /imip-manager/
base=https://calendar.$domain
page 200 /imip-manager/ -k
page 401 //imip-manager/ -k
checked
base=

step "other paths"
echo "MANAGER_PATH = '/calendar'" >>"$debian/etc/imip-agent/config.txt"
follow src/docs/web.md "Other paths"
as_written src/docs/web.md "Other paths" "a2dissite imip-agent imip-manager"
as_written src/docs/web.md "Other paths" "a2ensite imip-web"
within a2dissite imip-tls >/dev/null
within systemctl restart apache2 >/dev/null
page 200 /calendar/
page 404 /imip-manager/
as_written src/docs/web.md "Other paths" "imip-agent web-config nginx"
as_written src/docs/web.md "Other paths" "imip-agent web-config lighttpd"
