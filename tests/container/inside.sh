# Run by confined.sh as the service's user: ends with 1 where something may be done that must not, or does not answer.
set -euo pipefail
cd "$HOME"
for place in /etc /opt/kompetencebro /usr/bin; do
  if touch "$place/written" 2>/dev/null; then
    echo "$place can be written to" >&2
    exit 1
  fi
done
grep --quiet '^CapEff:[[:space:]]*0*$' /proc/self/status
kompetencebro demo --store "$KOMPETENCEBRO_STORE" >/dev/null
kompetencebro serve --port 8765 --workers 2 2>/tmp/serve.log &
readonly SERVICE=$!
python3 - <<'P'
import json
import time
import urllib.request

ADDRESS = "http://127.0.0.1:8765"
for attempt in range(120):
    try:
        urllib.request.urlopen(f"{ADDRESS}/healthz", timeout=4)
        break
    except OSError:
        time.sleep(0.5)
ready = json.load(urllib.request.urlopen(f"{ADDRESS}/readyz", timeout=5))
body = json.dumps({"query": "{ postings(first: 1) { edges { node { title } } } }"}).encode()
asked = urllib.request.Request(f"{ADDRESS}/graphql", body, {"Content-Type": "application/json"})
answer = json.load(urllib.request.urlopen(asked, timeout=20))
assert ready["status"] == "ready", ready
assert answer["data"]["postings"]["edges"], answer
P
kill -TERM "$SERVICE"
wait "$SERVICE"
echo "as user $(id -u), without capabilities, on a root that cannot be written to: demo and service work"
