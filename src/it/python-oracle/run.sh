#!/bin/sh
# Compares slguard's Python parser with CPython 3.14 over public code: sh src/it/python-oracle/run.sh [WORK_FOLDER]
# Needs node, npm, pip, unzip, Maven and a Java 25 (SLGUARD_JAVA_HOME). Packages come through the configured registries into WORK_FOLDER, are read and
# never run. Prints every difference, the shares of files parsed and equal, damaged copies, lines a second, doubling;
# exits with 1 if the shares of issue 6 are missed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../../.." && pwd)
work=${1:-$project/src/it/target/python-oracle}
mkdir -p "$work/node" "$work/wheels" "$work/sources/stdlib"
work=$(cd "$work" && pwd)

cp "$here/facts.py" "$here/facts.mjs" "$work/node"
(cd "$work/node" && npm install --silent --no-audit --no-fund pyodide@314.0.7)
python3 -m pip download --quiet --no-deps --only-binary :all: -d "$work/wheels" \
  django==5.2.19 boto==2.49.0 sqlalchemy==2.1.9 localstack-core==2026.3.0 moto==5.2.5
for wheel in "$work"/wheels/*.whl; do
  unzip -q -o "$wheel" '*.py' -d "$work/sources"
done
unzip -q -o "$work/node/node_modules/pyodide/python_stdlib.zip" '*.py' -d "$work/sources/stdlib"

find "$work/sources" -name '*.py' | LC_ALL=C sort > "$work/paths"
(cd "$work/node" && node facts.mjs "$work/facts.jsonl" < "$work/paths" 2> "$work/node.log")

# The slice that PythonParserTest compares with always.
(cd "$project/analyzers/src/test/resources/python" && echo syntax.py | node "$work/node/facts.mjs" syntax.json 2>> "$work/node.log")

cd "$project"
mvn -q -B -o -Pquick -pl analyzers test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" \
  -Dmdep.includeScope=test
"${SLGUARD_JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java" -Xmx2g \
  -cp "analyzers/target/classes:analyzers/target/test-classes:$(cat "$work/classpath")" \
  dev.slguard.code.python.OracleRun "$work/facts.jsonl"
