#!/bin/sh
# Compares the JavaScript and TypeScript front end with the TypeScript compiler over public code, and damages a token
# in each of 2,000 of these files.
#
#   src/it/javascript-oracle/run.sh [FOLDER]      FOLDER keeps the downloads (default: target/javascript-oracle)
#
# Needs node, npm and a compiled analyzers module (mvn -pl analyzers test-compile). Downloads the packages below once.
# Prints every file that differs, then: files and lines read, share fully parsed, share whose function spans, call
# sites with argument counts, string values and import lists all equal; share of damaged files that keep every function
# that the damage does not touch; lines a second of CPU time, for parsing alone and with lowering.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=${1:-$root/target/javascript-oracle}
java=${SLGUARD_JAVA_HOME:+$SLGUARD_JAVA_HOME/bin/}java
packages='rxjs@7.8.2 zod@4.6.7 serverless@3.40.0 @trpc/server@11.25.2 create-sst@2.43.5 @react-navigation/core@7.24.0
  @loopback/rest@15.0.16 ai@6.0.326 viem@2.57.20 effect@4.1.0 @react-navigation/stack@7.12.1 @aws-amplify/auth@6.21.1
  @loopback/repository@8.0.15 @fluidframework/tree@3.1.0 aws-sdk@2.1693.0'

mkdir -p "$work/src"
cd "$work"
unpack() {
  mkdir -p "$2" && tar xzf "$(npm pack --silent "$1")" -C "$2" 2>/dev/null
}
[ -d node_modules/typescript ] || { unpack typescript@6.0.3 compiler && mkdir -p node_modules && mv compiler/package node_modules/typescript; }
for package in $packages; do
  name=$(printf %s "$package" | tr -d @ | tr / -)
  [ -d "src/$name" ] || unpack "$package" "src/$name"
done
(cd src && find . -type f \( -name '*.ts' -o -name '*.tsx' -o -name '*.mts' -o -name '*.cts' -o -name '*.js' -o -name '*.mjs' \
  -o -name '*.cjs' -o -name '*.jsx' \) ! -name '*.d.ts' ! -name '*.d.mts' ! -name '*.d.cts' -size -1000k | sed 's|^\./||' | LC_ALL=C sort) > files.txt
[ -f oracle.jsonl ] || node "$here/dump.mjs" src < files.txt > oracle.jsonl
grep -E '\.[mc]?tsx?$' files.txt | awk 'NR % 3 == 0' | head -1000 > damaged.txt
grep -E '\.([mc]?js|jsx)$' files.txt | awk 'NR % 3 == 0' | head -1000 >> damaged.txt
node "$here/damage.mjs" src 1 < damaged.txt > damage.jsonl

gson=$(find "${HOME}/.m2" -name 'gson-2.13.2.jar' | head -1)
classes="$root/analyzers/target/classes:$root/analyzers/target/test-classes:$gson"
main=dev.slguard.code.javascript
"$java" -cp "$classes" $main.OracleComparison src oracle.jsonl
"$java" -cp "$classes" $main.DamageComparison src damage.jsonl
"$java" -XX:+UseSerialGC -Xmx1g -cp "$classes" $main.SpeedComparison src files.txt
