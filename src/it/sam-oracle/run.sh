#!/usr/bin/env bash
# Compares slguard's expansion of SAM with that of the live translator (PyPI aws-sam-translator) on the templates of
# shared/corpus/serverless-patterns, on generated ones (ordinary, and with every property of every type) and on ones bred
# from shared/corpus/sam-translator; per level figures and differences go to analyzers/target/sam-pairs.txt.
# usage: src/it/sam-oracle/run.sh [COUNT [SEED]]      (from the project's root)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=${TMPDIR:-/tmp}/slguard-sam-oracle
if ! command -v python3 >/dev/null; then
  echo "python3 is not here: the SAM translator is not run"
  exit 0
fi
[ -d "$work/venv" ] || { python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q aws-sam-translator==1.110.0 pyyaml==6.0.2; }
rm -rf "$work/patterns" "$work/generated" "$work/wide" "$work/bred"
patterns=""
pairs=""
for above in "$root/.." "$root/../.."; do
  [ -d "$above/shared/corpus/serverless-patterns" ] && patterns="$above/shared/corpus/serverless-patterns"
  [ -d "$above/shared/corpus/sam-translator/input" ] && pairs="$above/shared/corpus/sam-translator/input"
done
cd "$root"
compare() {
  rm -f analyzers/target/sam-pairs.txt
  mvn -q -B -o -pl analyzers -Pquick test -Dtest=TranslatorPairsTest -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dslguard.sam.pairs=$1" >"$work/maven.log" 2>&1 || true
  if [ ! -f analyzers/target/sam-pairs.txt ]; then
    grep -m5 ERROR "$work/maven.log"
    return 1
  fi
  sed '/^$/q' analyzers/target/sam-pairs.txt
}
if [ -n "$patterns" ]; then
  "$work/venv/bin/python" "$here/translate.py" "$work/patterns" "$patterns"
  compare "$work/patterns"
fi
"$work/venv/bin/python" "$here/translate.py" "$work/generated" --generate "${1:-200}" "${2:-7}"
compare "$work/generated"
"$work/venv/bin/python" "$here/translate.py" "$work/wide" --widely "${1:-200}" "${2:-7}"
compare "$work/wide"
if [ -n "$pairs" ]; then
  "$work/venv/bin/python" "$here/translate.py" "$work/bred" --breed "$pairs" "${1:-200}" "${2:-7}"
  compare "$work/bred"
fi
