#!/usr/bin/env bash
# What the image does, without a container engine: the steps of the Dockerfile, then the demo and the service as a user
# of their own without any capability, on a root that cannot be written to. Linux, as root, with a system-wide Python:
#   tests/container/confined.sh [/usr/bin/python3]
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly PYTHON="${1:-/usr/bin/python3}" USER_ID=10001 HOME_DIR=/var/lib/kompetencebro VENV=/opt/kompetencebro
if [[ "${2:-}" != inside ]]; then
  "$PYTHON" -m venv --clear "$VENV"
  "$VENV/bin/pip" install --quiet --no-cache-dir --constraint constraints.txt '.[neo4j]'
  "$VENV/bin/pip" uninstall --quiet --yes setuptools pip
  install --directory --owner "$USER_ID" --mode 0700 "$HOME_DIR" /run/kompetencebro
  exec unshare --mount bash "$0" "$PYTHON" inside
fi

mount --make-rprivate /
mount -t tmpfs -o "mode=0700,uid=$USER_ID,size=512m" tmpfs /run/kompetencebro
install --owner "$USER_ID" --mode 0500 tests/container/inside.sh /run/kompetencebro/inside.sh
mount --bind "$HOME_DIR" "$HOME_DIR"
mount -t tmpfs -o mode=1777,size=256m tmpfs /tmp
mount -o remount,bind,ro /
exec setpriv --reuid "$USER_ID" --regid "$USER_ID" --clear-groups --no-new-privs --bounding-set -all --inh-caps -all \
  env --ignore-environment "PATH=$VENV/bin:/usr/bin:/bin" "HOME=$HOME_DIR" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
  "KOMPETENCEBRO_RECORDS=$HOME_DIR" "KOMPETENCEBRO_CACHE=$HOME_DIR/cache" KOMPETENCEBRO_UPLOADS=/run/kompetencebro/uploads \
  "KOMPETENCEBRO_STORE=$HOME_DIR/confined.sqlite" bash /run/kompetencebro/inside.sh
