# nginx, then lighttpd instead of Apache, as web.md sends people to the first lines of their samples.
follow README.md "Install it"
within systemctl stop apache2 >/dev/null

served() {
    page 401 //imip-manager/
    page 200 /imip-manager/
    page 200 //imip-manager/static/manager.css
    agent user add $person
    agent preferences set --user $person freebusy_publishing yes
    agent freebusy publish
    page 200 "//freebusy/$person.ifb"
    page 404 "//freebusy/nobody@$domain.ifb"
}

sample conf/nginx/imip-agent.conf
served
within systemctl stop nginx >/dev/null
sample conf/lighttpd/imip-agent.conf
served
