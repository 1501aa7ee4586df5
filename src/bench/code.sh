#!/usr/bin/env bash
# Speed and memory of the code analysis, the whole of it by one command:
#   1. packages of at least 300,000 lines a language, each analysed as one program in one warm process, twice: with the
#      virtual machine's own settings, and with those of the launcher, whose peak memory counts;
#   2. the doubling test: a package, and handlers that call one another, once, twice and four times;
#   3. 10,000 lines in three languages through the launcher, from a cold process: median of RUNS (7) runs.
# CPU seconds are those of all threads, the collector and the compiler included. Needs a built checkout (mvn package).
#
# Packages are looked for below CODE_JAVASCRIPT, CODE_PYTHON and CODE_JAVA; fetch them with the ordinary clients:
#   npm pack viem@2.57.20; pip download --no-deps --no-binary :all: django==5.2.19;
#   mvn dependency:get -Dartifact=org.apache.lucene:lucene-core:10.1.0:jar:sources
# and unpack each into a folder of its own. LANGUAGES and PARTS (packages doubling cold) choose what is run.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${RUNS:-7}
languages=${LANGUAGES:-javascript python java}
parts=${PARTS:-packages doubling cold}
java=$({ ls -d "${SLGUARD_JAVA_HOME:-/nonexistent}" /usr/lib/jvm/*25* 2>/dev/null || true; } | head -n 1)/bin/java
classes=${CLASSES:-src/bench/target/classes:cli/target/slguard-data.jar:cli/target/slguard.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What the launcher passes, but for the cache, which goes with its main class.
shipped=$(sed -n '/^exec /,$p' slguard | tr ' ' '\n' | { grep -E '^-X' || true; } | { grep -vE 'AOT|Xlog' || true; } | tr '\n' ' ')

packages() {
  case $1 in
    javascript) at=${CODE_JAVASCRIPT:-/tmp/jsoracle/src}
      echo "$at"/{viem2.57.20,effect4.1.0/package/dist,fluidframework-tree3.1.0,zod4.6.7,ai6.0.326,rxjs7.8.2,serverless3.40.0} ;;
    python) at=${CODE_PYTHON:-/tmp/pyoracle/sources}
      echo "$at"/{localstack,django,sqlalchemy,moto} ;;
    java) at=${CODE_JAVA:-/tmp/joracle/sources}
      echo "$at"/{calcite-core,lucene-core,guava,spring-web} ;;
  esac
}
doubled() {
  case $1 in
    javascript) echo "${CODE_JAVASCRIPT:-/tmp/jsoracle/src}/fluidframework-tree3.1.0" ;;
    python) echo "${CODE_PYTHON:-/tmp/pyoracle/sources}/django" ;;
    java) echo "${CODE_JAVA:-/tmp/joracle/sources}/lucene-core" ;;
  esac
}
# shellcheck disable=SC2086
flows() { "$java" -Xss4m $1 -cp "$classes" dev.slguard.bench.CodeFlows "${@:2}"; }

for part in $parts; do
  for language in $languages; do
    case $part in
      packages)
        echo "== $language, packages, the virtual machine's own settings"
        # shellcheck disable=SC2046
        flows "" packages "$language" $(packages "$language")
        echo "== $language, packages, settings of the launcher"
        # shellcheck disable=SC2046
        flows "$shipped -Dpasses=1" packages "$language" $(packages "$language") ;;
      doubling)
        echo "== $language, doubled"
        flows "" doubling "$language" "$(doubled "$language")" ;;
      cold)
        flows "" write "$language" 10000 "$work/$language"
        lines=$(find "$work/$language" -type f ! -name template.yaml -exec cat {} + | wc -l)
        for _ in $(seq "$runs"); do
          TIMEFORMAT='%U %S'
          { time ./slguard scan --exit-zero -f json="$work/out.json" "$work/$language" >/dev/null 2>&1; } 2>&1 |
            awk '{print $1 + $2}' >> "$work/$language.cold"
        done
        echo "== $language, $lines lines from a cold process: $(sort -n "$work/$language.cold" |
          awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}') CPU s, $(grep -c '"fingerprint"' "$work/out.json" || true) findings" ;;
    esac
  done
done
