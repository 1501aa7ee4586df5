#!/usr/bin/env bash
# Regenerates the data files of analyzers/src/main/resources/dev/slguard/template from pinned packages of the public
# registries; properties.txt alone is written by hand.
# usage: src/catalog/template.sh       (from the project's root; needs npm, pip and Maven)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${TMPDIR:-/tmp}/slguard-template-data
mkdir -p "$work"
cd "$work"
[ -d samtranslator ] || { pip download -q --no-deps -d . aws-sam-translator==1.110.0 && unzip -q aws_sam_translator-*.whl; }
[ -f db.json.gz ] || { npm pack --silent @aws-cdk/aws-service-spec@0.1.216 && tar xzf aws-cdk-aws-service-spec-*.tgz && cp package/db.json.gz .; }
cd "$root"
mvn -q -B -o -Pquick -pl src/catalog compile
gson=$(find "$HOME/.m2" -name 'gson-2.13.2.jar' | head -1)
"${SLGUARD_JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java" -cp "src/catalog/target/classes:$gson" \
  dev.slguard.catalog.template.TemplateData "$work" analyzers/src/main/resources/dev/slguard/template
