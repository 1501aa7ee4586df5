#!/bin/sh
# Compares slguard's reading of Java with javac's parser over public code: sh src/it/java-oracle/run.sh [WORK_FOLDER]
# Needs Maven, unzip and a Java 25 (SLGUARD_JAVA_HOME). Source jars come through the configured registry into
# WORK_FOLDER, are read and never built. Prints differences, the shares of files read and equal, damaged copies; exits
# with 1 if the shares of issue 6 are missed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../../.." && pwd)
work=${1:-$project/src/it/target/java-oracle}
mkdir -p "$work/sources"
work=$(cd "$work" && pwd)
java="${SLGUARD_JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java"

for artifact in org.apache.calcite:calcite-core:1.38.0 org.apache.lucene:lucene-core:10.1.0 \
  org.springframework:spring-web:6.2.1 org.springframework:spring-context:6.2.1 com.google.guava:guava:33.4.0-jre \
  com.amazonaws:aws-java-sdk-s3:1.12.780 com.amazonaws:aws-lambda-java-events:3.14.0 \
  com.amazonaws.serverless:aws-serverless-java-container-core:2.1.0; do
  name=$(echo "$artifact" | cut -d: -f2)
  version=$(echo "$artifact" | cut -d: -f3)
  group=$(echo "$artifact" | cut -d: -f1 | tr . /)
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get -Dartifact="$artifact:jar:sources" \
    -Dtransitive=false || { echo "skipped: $artifact cannot be had"; continue; }
  unzip -q -o "$(mvn -q help:evaluate -Dexpression=settings.localRepository -DforceStdout)/$group/$name/$version/$name-$version-sources.jar" \
    '*.java' -d "$work/sources/$name"
done

cd "$project"
mvn -q -B -o -Pquick -pl analyzers test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" \
  -Dmdep.includeScope=test
"$java" -Xmx2g -Xss4m -cp "analyzers/target/classes:analyzers/target/test-classes:$(cat "$work/classpath")" \
  dev.slguard.code.java.OracleRun "$work/sources"
