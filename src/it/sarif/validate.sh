#!/usr/bin/env bash
# Validates slguard's SARIF for the given paths (the corpora beside the project if none) with Microsoft's SARIF multitool, the
# rules of GitHub Advanced Security included. Needs npm. Fails if the report has a result of level error or warning, or if it
# has no note at all (then the file was not read: the tool's own exit code is 0 in either case).
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=${SLGUARD_ORACLES:-${TMPDIR:-/tmp}/slguard-oracles}/sarif
mkdir -p "$work"
tool=$work/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
if [ ! -f "$tool" ]; then
  (cd "$work" && npm init -y >/dev/null && npm install --silent --no-fund --no-audit @microsoft/sarif-multitool@5.7.0)
fi
chmod u+x "$tool"
paths=("$@")
[ ${#paths[@]} -gt 0 ] || paths=(../shared/corpus/serverless-patterns ../shared/corpus/serverless-examples)
./slguard scan "${paths[@]}" -f sarif="$work/out.sarif" --exit-zero --allow-incomplete
"$tool" validate "$work/out.sarif" --rule-kind "Sarif;Ghas" --level "Error;Warning;Note" -o "$work/report.sarif" \
  --max-file-size-in-kb 1000000 --log "ForceOverwrite;PrettyPrint" >"$work/log.txt" 2>&1 || { cat "$work/log.txt" >&2; exit 1; }
node -e '
  const runs = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").replace(/^\uFEFF/, "")).runs;
  const results = runs.flatMap((run) => run.results ?? []);
  const count = {};
  for (const r of results) { const key = (r.level ?? "warning") + " " + r.ruleId; count[key] = (count[key] ?? 0) + 1; }
  for (const [key, n] of Object.entries(count).sort()) console.log(n + " x " + key);
  const bad = results.filter((r) => (r.level ?? "warning") !== "note");
  for (const r of bad.slice(0, 10)) console.log(JSON.stringify(r.message) + " " + JSON.stringify(r.locations?.[0]?.logicalLocations?.[0] ?? {}));
  if (bad.length > 0 || results.length === 0) process.exit(1);
' "$work/report.sarif"
