#!/usr/bin/env bash
# CPU and wall time of one cold scan of a small SAM application against a picocli hello-world with the same JVM flags and
# an AOT cache of its own: medians of RUNS (10) runs taken in turns. Needs a built checkout (mvn package).
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${RUNS:-10}
app=${1:-testdata/orders}
java=$(ls -d /usr/lib/jvm/*25* "${SLGUARD_JAVA_HOME:-}" 2>/dev/null | head -n 1 || true)/bin/java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:CompileThresholdScaling=2 -XX:+UnlockDiagnosticVMOptions
  -XX:-AOTReplayTraining -Xlog:disable -Xss4m)
(cd src/bench/target/classes && zip -qr "$work/bench.jar" dev 2>/dev/null) || (cd src/bench/target/classes && "$(dirname "$java")/jar" cf "$work/bench.jar" dev)
picocli=$(ls src/dist/picocli/target/slguard-picocli-*.jar | head -n 1)
"$java" -XX:AOTCacheOutput="$work/hello.aot" "${flags[@]}" -XX:-AOTRecordTraining -cp "$work/bench.jar:$picocli" dev.slguard.bench.Hello world >/dev/null 2>&1

measure() { # prints "cpu wall" in milliseconds
  local TIMEFORMAT='%U %S %R'
  { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{printf "%d %d\n", ($1+$2)*1000, $3*1000}'
}
hello() { measure "$java" -XX:AOTCache="$work/hello.aot" "${flags[@]}" -cp "$work/bench.jar:$picocli" dev.slguard.bench.Hello world; }
scan() { measure "$java" -XX:AOTCache=cli/target/slguard.aot "${flags[@]}" -cp "$PWD/cli/target/slguard-data.jar:$PWD/cli/target/slguard.jar" dev.slguard.cli.Main scan "$app"; }
launcher() { measure ./slguard scan "$app"; }
hello >/dev/null; scan >/dev/null; launcher >/dev/null
for _ in $(seq "$runs"); do
  hello >> "$work/hello"; scan >> "$work/scan"; launcher >> "$work/launcher"
done
median() { sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
for what in hello scan launcher; do
  echo "$what: cpu $(cut -d' ' -f1 "$work/$what" | median) ms, wall $(cut -d' ' -f2 "$work/$what" | median) ms"
done
echo "scan / hello, cpu: $(awk -v a="$(cut -d' ' -f1 "$work/scan" | median)" -v b="$(cut -d' ' -f1 "$work/hello" | median)" 'BEGIN {printf "%.2f\n", a/b}')"
