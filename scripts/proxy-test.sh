#!/bin/sh
# Runs deploy/nginx.conf before a real site: scripts/proxy-test.sh [COMMAND], where COMMAND is ./eyebright unless given.
#
# The sample as it is, but for the two ports, the certificate (made here) and the folder of logs. On loopback, on free ports; ends what
# it started. Exit 0 if all is as it should be, 1 if not, 3 where nginx, openssl or curl is missing.
set -eu

home=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
eyebright=${1:-$home/eyebright}
for tool in nginx openssl curl; do
    command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || {
        echo "proxy-test: needs $tool" >&2
        exit 3
    }
done
PATH=$PATH:/usr/sbin

work=$(mktemp -d)
chmod 755 "$work"
site=
nginx=
leave() {
    for process in $nginx $site; do
        kill "$process" 2>/dev/null || :
        wait "$process" 2>/dev/null || :
    done
    rm -rf "$work"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM
failed=0

# Says whether $2 is what it should be, $3, of which $1 says what it is.
same() {
    if [ "$2" = "$3" ]; then
        echo "proxy-test: $1: $2"
    else
        echo "proxy-test: FAILED: $1 should be \"$3\", not \"$2\""
        failed=$((failed + 1))
    fi
}

mkdir -p "$work/logs"
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=study.example.org -addext subjectAltName=DNS:study.example.org \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
"$eyebright" serve hello --port 0 --preview --public-url https://study.example.org 2>"$work/site.err" &
site=$!
until port=$(sed -n 's/.*http:\/\/127\.0\.0\.1:\([0-9]*\)\/.*/\1/p' "$work/site.err") && [ -n "$port" ]; do
    kill -0 "$site" 2>/dev/null || {
        cat "$work/site.err" >&2
        exit 1
    }
    sleep 1
done

# Begins nginx on two ports that nobody has; another program may take them in between, and then there is another try.
for try in 1 2 3 4 5; do
    plain=$((20000 + ($$ * 7 + try * 1009) % 30000))
    secure=$((plain + 1))
    {
        echo "daemon off; pid $work/nginx.pid; error_log $work/logs/main.log; worker_processes 1;"
        echo "events { worker_connections 64; } http { client_body_temp_path $work/b; proxy_temp_path $work/p;"
        echo "fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;"
        sed "s/listen 80;/listen 127.0.0.1:$plain;/; s/listen 443 ssl/listen 127.0.0.1:$secure ssl/; /listen \[::\]/d
            s#127.0.0.1:8080#127.0.0.1:$port#; s#/etc/ssl/study/fullchain.pem#$work/cert.pem#
            s#/etc/ssl/study/privkey.pem#$work/key.pem#; s#/var/log/nginx#$work/logs#" "$home/deploy/nginx.conf"
        echo "}"
    } >"$work/nginx.conf"
    nginx -p "$work" -c "$work/nginx.conf" 2>>"$work/nginx.err" &
    nginx=$!
    sleep 2
    kill -0 "$nginx" 2>/dev/null && break
    nginx=
done
[ -n "$nginx" ] || {
    cat "$work/nginx.err" >&2
    exit 1
}

ask() {
    curl --silent --show-error --max-time 60 --cacert "$work/cert.pem" --resolve "study.example.org:$secure:127.0.0.1" \
        --cookie "$work/cookies" --cookie-jar "$work/cookies" "$@"
}
there=https://study.example.org:$secure

same "http is sent to https" "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: study.example.org' "http://127.0.0.1:$plain/hello")" \
    "308 https://study.example.org/hello"
same "a page over https" "$(ask -o "$work/page" -w '%{http_code}' "$there/hello")" 200
same "browsers stay with https" "$(ask -o /dev/null -D - "$there/hello" | grep -ci '^strict-transport-security: max-age=31536000')" 1
same "the server says nothing of Eyebright's" "$(ask -o /dev/null -D - "$there/hello" | grep -ci '^x-powered-by' || :)" 0

# Sends the form of page $1 with button $2.
press() {
    ask -o "$work/page" "$there$1"
    token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
    ask -o "$work/page" -D "$work/head" -w '%{http_code}' -H "Origin: https://study.example.org" -H "X-Forwarded-For: $3" \
        --data-urlencode "token=$token" --data-urlencode "$2" "$there$1"
}
same "agreeing" "$(press /hello/take-part answer=agree 198.51.100.1)" 303
same "the cookie goes over https only" "$(grep -ci '^set-cookie: .*; secure' "$work/head")" 1
same "the way on is relative or to the site" "$(grep -i '^location: ' "$work/head" | tr -d '\r' | sed 's/.*: //; s/^https:\/\/study.example.org//')" /hello/take-part
same "a body of 65 kB" "$(head -c 66000 /dev/zero | ask -o /dev/null -w '%{http_code}' --data-binary @- "$there/hello/take-part")" 413

# Thirty in an hour from one address, whatever the visitor writes of other ones.
agreed=1
status=303
while [ "$agreed" -lt 40 ] && [ "$status" = 303 ]; do
    rm -f "$work/cookies"
    status=$(press /hello/take-part answer=agree "198.51.100.$agreed")
    [ "$status" != 303 ] || agreed=$((agreed + 1))
done
same "beginnings from one address with made-up X-Forwarded-For" "$agreed, then $status" "30, then 429"

kill "$nginx"
wait "$nginx" || :
nginx=
kill "$site"
code=0
wait "$site" || code=$?
site=
same "told to stop, it ends with" "$code" 143
same "nginx wrote down" "$(cat "$work"/logs/* | grep -c '127[.]0[.]0[.]1\|hello' || :)" 0
[ "$failed" -eq 0 ] || exit 1
echo "proxy-test: all as it should be"
