#!/usr/bin/env bash
# A private PostgreSQL server for tests, on a free port of the loopback, by a user that is not root.
#   server.sh start FOLDER   installs Debian's package where it is missing, starts a server whose data is in FOLDER,
#                            and prints its connection string; prints nothing and ends with 1 when there can be none
#   server.sh stop FOLDER
set -uo pipefail
folder="$2"

binaries() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

as_user() { if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- "$@"; else "$@"; fi; }

user="$(id -un)"
[ "$(id -u)" = 0 ] && user=postgres

case "$1" in
  start)
    if [ -z "$(binaries)" ] && command -v apt-get >/dev/null 2>&1; then
      as_root=""; [ "$(id -u)" = 0 ] || as_root="sudo -n"
      { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1
    fi
    bin="$(binaries)"
    [ -n "$bin" ] || exit 1
    mkdir -p "$folder" && chmod 755 "$folder"
    data="$folder/data"
    mkdir -p "$data" && { [ "$(id -u)" != 0 ] || chown "$user" "$data"; } || exit 1
    as_user "$bin/initdb" -D "$data" -U analytics -A trust -E UTF8 --locale=C.UTF-8 >/dev/null 2>&1 || exit 1
    for attempt in 1 2 3 4 5; do
      port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
      # Nothing of a test has to survive a power cut.
      if as_user "$bin/pg_ctl" -D "$data" -w -s -l "$data/log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' \
          -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=256MB -c timezone=UTC" start >/dev/null 2>&1; then
        echo "Host=127.0.0.1;Port=$port;Username=analytics"
        exit 0
      fi
    done
    exit 1
    ;;
  stop)
    bin="$(binaries)"
    [ -n "$bin" ] && [ -d "$folder/data" ] && as_user "$bin/pg_ctl" -D "$folder/data" -m immediate -w -s stop >/dev/null 2>&1
    rm -rf "$folder"
    ;;
esac
