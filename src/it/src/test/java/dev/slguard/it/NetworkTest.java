package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * No command but {@code policy pull} opens a socket or asks for the address of a host: each is run with all of Java's ways to
 * do so taken over, and, where the machine has strace, under the eyes of the kernel. {@code policy pull} must be seen.
 */
class NetworkTest {
  private static final long SECONDS = 300;
  private static final List<String> TRACED = List.of("connect", "bind", "listen", "accept4", "sendto", "sendmsg",
      "sendmmsg", "execve");
  private static final List<String> PULL = List.of("policy", "pull", "--no-last-accessed", "-q");

  @TempDir
  Path folder;

  @BeforeEach
  void an_application_that_names_places_in_the_network() throws IOException {
    write("app/template.yaml",
        """
          Transform: [AWS::Serverless-2016-10-31, {Name: AWS::Include, Parameters: {Location: "https://example.org/part.yaml"}}]
          Parameters:
            Table: {Type: "AWS::SSM::Parameter::Value<String>", Default: /shop/table}
          Resources:
            Nested:
              Type: AWS::CloudFormation::Stack
              Properties: {TemplateURL: "https://s3.amazonaws.com/example-bucket/nested.yaml"}
            Shop:
              Type: AWS::Serverless::Application
              Properties: {Location: {ApplicationId: "arn:aws:serverlessrepo:us-east-1:111111111111:applications/x", SemanticVersion: 1.0.0}}
            Api:
              Type: AWS::Serverless::Api
              Properties: {StageName: prod, DefinitionUri: "s3://example-bucket/api.yaml"}
            Export:
              Type: AWS::Serverless::Function
              Properties:
                Runtime: python3.13
                Handler: app.handler
                CodeUri: s3://example-bucket/code.zip
                Environment: {Variables: {URL: "http://169.254.169.254/latest", TABLE: !Ref Table}}
            Local:
              Type: AWS::Serverless::Function
              Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: ., Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}}
          """);
    write("app/app.py", """
      import requests
      import urllib.request

      def handler(event, context):
          urllib.request.urlopen("http://example.org/" + event["queryStringParameters"]["path"])
          return requests.get("https://example.org").text
      """);
    write("app/pom.xml", """
      <!DOCTYPE project SYSTEM "http://example.org/project.dtd" [<!ENTITY x SYSTEM "http://example.org/x">]>
      <project><parent><groupId>org.example</groupId><artifactId>&x;</artifactId><version>1</version></parent></project>
      """);
    write("sls/serverless.yml",
        """
          service: shop
          frameworkVersion: "3"
          custom: {remote: "${ssm:/shop/key}", bucket: "${s3:example-bucket/key}", stack: "${cf:other.Output}", file: "${file(https://example.org/x.yml)}"}
          provider: {name: aws, runtime: nodejs22.x, environment: {KEY: "${self:custom.remote}"}}
          functions: {get: {handler: index.handler, events: [{http: {path: /, method: get, authorizer: {arn: "${cf:auth.Arn}"}}}]}}
          """);
    write("sls/index.js",
        "const https = require('https');\nexports.handler = async e => https.get('https://example.org/' + e.path);\n");
    write("old.json",
        """
          {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""");
    write("new.json", """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*",
      "Condition":{"IpAddress":{"aws:SourceIp":["example.org","10.0.0.0/8"]}}}]}""");
    write("requests.jsonl",
        """
          {"id":1,"request":{"action":"s3:GetObject","resource":"arn:aws:s3:::b/x","principal":"arn:aws:iam::111111111111:user/a",\
          "context":{"aws:SourceIp":"example.org"}},"identityPolicies":[{"Version":"2012-10-17","Statement":\
          [{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"localhost"}}}]}]}
          """);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<List<String>> offline() {
    String orders = Project.folder().resolve("testdata/orders").toString();
    return List.of(List.of("scan", "app", "sls", "-f", "json", "-f", "sarif=out.sarif"),
        List.of("scan", orders, "--profile", "audit", "-f", "sarif=out.sarif"), List.of("expand", "app/template.yaml"),
        List.of("expand", "sls/serverless.yml", "-f", "yaml"), List.of("facts", orders), List.of("facts", "app"),
        List.of("doctor", "app", "sls"), List.of("policy", "check", "new.json"),
        List.of("policy", "diff", "old.json", "new.json"), List.of("policy", "simulate", "requests.jsonl"),
        List.of("rules", "list"), List.of("rules", "test"), List.of("rules", "schema"), List.of("explain", "ssrf"),
        List.of("version"));
  }

  /** How a run ended, and what it tried. */
  private record Run(int exit, List<String> attempts, String output) {}

  private Run guarded(List<String> arguments) throws IOException, InterruptedException {
    return guarded(arguments, true);
  }

  private Run guarded(List<String> arguments, boolean sockets) throws IOException, InterruptedException {
    Path services = folder.resolve("guard/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve("java.net.spi.InetAddressResolverProvider"),
        NetworkGuard.Names.class.getName() + "\n");
    Path record = folder.resolve("attempts");
    Files.deleteIfExists(record);
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        folder.resolve("guard") + System.getProperty("path.separator") + classPath(),
        "-Djava.nio.channels.spi.SelectorProvider=" + NetworkGuard.Channels.class.getName(),
        "-Djava.nio.channels.spi.AsynchronousChannelProvider=" + NetworkGuard.AsynchronousChannels.class.getName(),
        "-D" + NetworkGuard.RECORD + "=" + record, "-D" + NetworkGuard.SOCKETS + "=" + sockets, "-XX:+UseSerialGC",
        "-Xss4m", NetworkGuard.class.getName()));
    command.addAll(arguments);
    Path output = folder.resolve("output");
    int exit = start(command, output);
    return new Run(exit, Files.exists(record) ? Files.readAllLines(record) : List.of(), text(output));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private int start(List<String> command, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().keySet()
        .removeIf(name -> name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().put("AWS_ACCESS_KEY_ID", "test");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end within " + SECONDS + " s");
    }
    return process.exitValue();
  }

  @TestFactory
  Stream<DynamicTest> no_command_asks_for_a_socket_or_an_address() {
    return offline().stream().map(arguments -> DynamicTest.dynamicTest(String.join(" ", arguments), () -> {
      Run run = guarded(arguments);
      assertThat(run.attempts()).isEmpty();
      assertThat(run.exit()).as(run.output()).isIn(0, 1, 3);
    }));
  }

  @Test
  void pulling_policies_is_seen() throws IOException, InterruptedException {
    var byAddress = new ArrayList<>(PULL);
    byAddress.addAll(List.of("--endpoint-url", "http://127.0.0.1:9"));
    assertThat(guarded(byAddress).attempts()).anyMatch(line -> line.startsWith("socket"));
    var byName = new ArrayList<>(PULL);
    byName.addAll(List.of("--endpoint-url", "http://iam.example.invalid:9", "--output-dir", "second"));
    assertThat(guarded(byName, false).attempts()).anyMatch(line -> line.startsWith("name iam.example.invalid"));
  }

  /**
   * The system calls of a run that reach the network, and the programs it starts. Not "socket": as Java loads its library for
   * channels, which reading files needs too, it makes three to see what the machine can do, and closes them. Nor a thread that
   * ended inside a call that nobody asked for, of which strace only says that it let go of it.
   */
  private List<String> traced(String strace, List<String> arguments) throws IOException, InterruptedException {
    Path trace = folder.resolve("trace");
    var command = new ArrayList<>(List.of(strace, "-f", "-qq", "-e", "trace=" + String.join(",", TRACED), "-e",
        "signal=none", "-o", trace.toString(), Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-Xss4m", "-cp", classPath(), "dev.slguard.cli.Main"));
    command.addAll(arguments);
    start(command, folder.resolve("output"));
    List<String> lines = Files.exists(trace) ? Files.readAllLines(trace) : List.of();
    return lines.stream().filter(line -> TRACED.stream().anyMatch(call -> line.contains(call + "("))).toList();
  }

  @Test
  void the_kernel_sees_no_socket_and_no_other_program() throws IOException, InterruptedException {
    Optional<String> strace = Stream.of("/usr/bin/strace", "/bin/strace", "/usr/local/bin/strace")
        .filter(program -> Files.isExecutable(Path.of(program))).findFirst();
    Assumptions.assumeTrue(strace.isPresent(), "skipped: there is no strace");
    var pull = new ArrayList<>(PULL);
    pull.addAll(List.of("--endpoint-url", "http://127.0.0.1:9"));
    List<String> pulled = traced(strace.get(), pull);
    Assumptions.assumeTrue(pulled.stream().anyMatch(line -> line.contains("execve(")),
        "skipped: strace may not trace here");
    assertThat(pulled).anyMatch(line -> line.contains("connect(") && line.contains("127.0.0.1"));
    for (List<String> arguments : offline().stream().filter(one -> !one.getFirst().equals("rules")).toList()) {
      List<String> calls = traced(strace.get(), arguments);
      // The C library asks a daemon of the same machine for the user's name.
      assertThat(calls).as(arguments.toString())
          .filteredOn(line -> !line.contains("execve(") && !line.contains("nscd/socket")).isEmpty();
      assertThat(calls).as(arguments.toString()).filteredOn(line -> line.contains("execve(")).hasSize(1);
    }
  }
}
