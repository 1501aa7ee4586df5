#!/usr/bin/env bash
# Compares slguard's decisions with those of npm @cloud-copilot/iam-simulate on random requests.
# usage: src/it/iam-oracle/run.sh [COUNT [SEED…]]     (from the project's root, after mvn compile of analyzers)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=${TMPDIR:-/tmp}/slguard-iam-oracle
java=${SLGUARD_JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
classes=${SLGUARD_CLASSES:-$root/analyzers/target/classes}
gson=$(find "$HOME/.m2" -name 'gson-2.13.2.jar' | head -1)
mkdir -p "$work"
cp "$here"/*.mjs "$work"
cd "$work"
if [ ! -d node_modules/@cloud-copilot/iam-simulate ]; then
  npm init -y >/dev/null
  npm install --silent @cloud-copilot/iam-simulate@0.1.173
fi
export RCP_SERVICES="$root/analyzers/src/main/resources/dev/slguard/iam/catalogue/rcp-services.txt"
count=${1:-6000}
shift || true
seeds=("$@")
[ ${#seeds[@]} -gt 0 ] || seeds=(1 2 3)
status=0
for seed in "${seeds[@]}"; do
  node generate.mjs "$count" "$seed" > requests.jsonl
  node compare.mjs requests.jsonl 5 "$java" -cp "$classes:$gson" "$here/Answer.java" || status=1
done
exit $status
