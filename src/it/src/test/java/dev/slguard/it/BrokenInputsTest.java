package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken input gives a diagnostic and exit 3, never a stack trace or a hang, and never costs the files beside it. */
class BrokenInputsTest {
  private static final String SOUND = """
    AWSTemplateFormatVersion: "2010-09-09"
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Fn:
        Type: AWS::Serverless::Function
        Properties:
          InlineCode: "def handler(event, context): return 1"
          Handler: index.handler
          Runtime: python3.13
          FunctionUrlConfig: {AuthType: NONE}
      Queue:
        Type: AWS::SQS::Queue
    """;

  @TempDir
  Path folder;

  private static String template(String resources) {
    return "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n" + resources.indent(2);
  }

  private static String fn(String properties) {
    return template("Fn:\n  Type: AWS::Serverless::Function\n  Properties:\n" + properties.indent(4));
  }

  /** Files of which something cannot be understood: each must be named in the report. */
  private static Map<String, String> broken() {
    var files = new LinkedHashMap<String, String>();
    files.put("truncated.json",
        "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Qu");
    files.put("truncated.yaml",
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A: {Type: AWS::SQS::Queue, Properties: [");
    files.put("unclosed-quote.yaml", template("A:\n  Type: 'AWS::SQS::Queue\n"));
    files.put("tab-indent.yaml",
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n\tA:\n\t\tType: AWS::SQS::Queue\n");
    files.put("bad-escape.json", "{\"AWSTemplateFormatVersion\": \"\\x\", \"Resources\": {}}");
    files.put("two-values.json", "{\"AWSTemplateFormatVersion\": 1} {\"Resources\": {}}");
    files.put("deep.json", "{\"AWSTemplateFormatVersion\": " + "[".repeat(50_000));
    files.put("deep.yaml", "AWSTemplateFormatVersion: x\nResources: " + "[".repeat(20_000));
    files.put("deep-block.yaml", "AWSTemplateFormatVersion: x\nResources:\n" + deepBlock());
    files.put("bomb.yaml", bomb());
    files.put("cyclic-alias.yaml", "AWSTemplateFormatVersion: x\nResources: &r\n  A: *r\n");
    files.put("long-line.yaml",
        "AWSTemplateFormatVersion: x\nDescription: " + "x".repeat(600_000) + "\nResources: {}\n");
    files.put("binary.yaml", "AWSTemplateFormatVersion\0\1\2\3Resources");
    files.put("unknown-anchor.yaml", template("A: *nowhere\n"));
    files.put("percent.yaml", "AWSTemplateFormatVersion: x\nResources:\n  {% if a %}\n  A: {}\n");
    files.put("resources-list.yaml", "AWSTemplateFormatVersion: x\nResources: [A, B]\n");
    files.put("resources-text.yaml", "AWSTemplateFormatVersion: x\nResources: all of them\n");
    files.put("resource-text.yaml", template("A: AWS::SQS::Queue\n"));
    files.put("resource-list.yaml", template("A: [AWS::SQS::Queue]\n"));
    files.put("no-type.yaml", template("A: {Properties: {}}\nB: {Type: AWS::SQS::Queue}\n"));
    files.put("type-list.yaml", template("A: {Type: [AWS::SQS::Queue]}\nB: {Type: AWS::SQS::Queue}\n"));
    files.put("properties-list.yaml", template("A: {Type: AWS::SQS::Queue, Properties: [x]}\n"));
    files.put("cyclic-ref.yaml",
        "AWSTemplateFormatVersion: x\nConditions:\n  A: {Condition: B}\n  B: {Condition: A}\nResources:\n  Q: {Type: AWS::SQS::Queue, Condition: A}\n");
    files.put("unknown-condition.yaml", template("Q: {Type: AWS::SQS::Queue, Condition: Nowhere}\n"));
    files.put("ref-list.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {Ref: [a]}}}\n"));
    files.put("ref-nowhere.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nowhere}}\n"));
    files.put("getatt-one.yaml",
        template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::GetAtt': [a]}}}\n"));
    files.put("join-short.yaml",
        template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::Join': ['-']}}}\n"));
    files.put("join-text.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {'Fn::Join': x}}}\n"));
    files.put("if-two.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [A, b]}}\n"));
    files.put("findinmap.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !FindInMap [A, b]}}\n"));
    files.put("select-far.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Select [9, [a]]}}\n"));
    files.put("split-one.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Split [a]}}\n"));
    files.put("sub-list.yaml", template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub [a, b, c]}}\n"));
    files.put("sub-open.yaml",
        template("Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Nowhere.Arn}'}}\n"));
    files.put("events-list.yaml", fn("Events: [Api]\nHandler: a.b\n"));
    files.put("event-text.yaml", fn("Events: {A: Api}\nHandler: a.b\n"));
    files.put("event-type.yaml", fn("Events: {A: {Type: Nothing}}\nHandler: a.b\n"));
    files.put("policies-number.yaml", fn("Policies: 7\nHandler: a.b\n"));
    files.put("policy-template.yaml", fn("Policies: [{NoSuchPolicyTemplate: {}}]\nHandler: a.b\n"));
    files.put("url-text.yaml", fn("FunctionUrlConfig: NONE\nHandler: a.b\n"));
    files.put("functions-text/serverless.yml", "service: a\nprovider: {name: aws}\nfunctions: none\n");
    files.put("function-list/serverless.yml", "service: a\nprovider: {name: aws}\nfunctions: {f: [a]}\n");
    files.put("event-kind/serverless.yml",
        "service: a\nprovider: {name: aws}\nfunctions: {f: {handler: a.b, events: [{nothing: x}]}}\n");
    files.put("file-outside/serverless.yml",
        "service: a\nprovider: {name: aws}\nfunctions: {f: {handler: a.b, environment: {A: '${file(../../../etc/passwd)}'}}}\n");
    files.put("self-loop/serverless.yml",
        "service: a\nprovider: {name: aws}\ncustom: {a: '${self:custom.b}', b: '${self:custom.a}'}\nfunctions: {f: {handler: '${self:custom.a}'}}\n");
    files.put("provider-text/serverless.yml", "service: a\nprovider: aws\nfunctions: {f: [a]}\n");
    files.put("manifest/cdk.out/manifest.json",
        "{\"version\": \"55.0.0\", \"artifacts\": {\"S\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\": \"nowhere.json\"}}}}");
    files.put("manifest-outside/cdk.out/manifest.json",
        "{\"version\": \"55.0.0\", \"artifacts\": {\"S\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\": \"../../../outside.json\"}}}}");
    files.put("policy-number.json",
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": 7, \"Resource\": \"*\"]}");
    return files;
  }

  private static String deepBlock() {
    var text = new StringBuilder();
    for (int i = 1; i < 300; i++) {
      text.append(" ".repeat(i * 2)).append("a:\n");
    }
    return text.toString();
  }

  private static String bomb() {
    var text = new StringBuilder("AWSTemplateFormatVersion: x\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a" + i + ": &a" + i + " [").append(("*a" + (i - 1) + ",").repeat(9)).append("x]\n");
    }
    return text.append("Resources: {}\n").toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void assertNoTrace(Slguard.Result result) {
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("internal error");
    assertThat(result.out()).doesNotContain("\tat ");
  }

  @Test
  void every_broken_file_is_named_and_the_sound_one_is_scanned(@TempDir Path outside) throws IOException {
    Map<String, String> files = broken();
    assertThat(files).hasSizeGreaterThanOrEqualTo(50);
    for (var file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    write("sound.yaml", SOUND);
    Files.writeString(outside.resolve("t.yaml"), SOUND);
    Files.createSymbolicLink(folder.resolve("link.yaml"), outside.resolve("t.yaml"));
    Slguard.Result result = Slguard.run(folder, "scan", "-f", "json");
    assertNoTrace(result);
    assertThat(result.exit()).isIn(1, 3);
    JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
    var named = new TreeSet<String>();
    for (JsonElement notification : report.getAsJsonArray("notifications")) {
      named.add(notification.getAsJsonObject().get("file").getAsString());
    }
    var silent = new TreeSet<>(files.keySet());
    silent.add("link.yaml");
    silent.removeAll(named);
    assertThat(silent).as("broken files without a diagnostic").isEmpty();
    assertThat(report.getAsJsonArray("findings"))
        .anyMatch(finding -> finding.getAsJsonObject().get("file").getAsString().equals("sound.yaml"));
    assertThat(Slguard.run(folder, "scan", "--exit-zero").exit()).isEqualTo(3);
  }

  @Test
  void files_are_named_as_the_user_named_them_even_behind_a_link(@TempDir Path elsewhere) throws IOException {
    write("app/template.yaml", SOUND);
    Path link = Files.createSymbolicLink(elsewhere.resolve("apps"), folder);
    Path inside = Files.createDirectory(elsewhere.resolve("here"));
    assertThat(link).exists();
    Slguard.Result result = Slguard.run(inside, "scan", "../apps/app", "-f", "json");
    assertThat(result.out()).contains("\"file\": \"../apps/app/template.yaml\"");
  }

  @Test
  void mutated_templates_end_without_a_trace() throws IOException {
    var random = new Random(20261125);
    for (int i = 0; i < 200; i++) {
      write("m" + i + "/template.yaml", mutated(SOUND, random));
    }
    Slguard.Result result = Slguard.run(folder, "scan", "-f", "json");
    assertNoTrace(result);
    assertThat(result.exit()).isIn(1, 3);
  }

  private static String mutated(String text, Random random) {
    var result = new StringBuilder(text);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int at = random.nextInt(result.length());
      switch (random.nextInt(4)) {
        case 0 -> result.deleteCharAt(at);
        case 1 -> result.insert(at, "[]{}:,&*!|>'\"%@`#-\t\n".charAt(random.nextInt(20)));
        case 2 -> result.setLength(Math.max(1, at));
        default -> result.insert(at, result.substring(at, Math.min(result.length(), at + 30)));
      }
    }
    return result.toString();
  }

  @Test
  void wrong_arguments_end_in_one_line_and_exit_2() {
    for (String[] arguments : new String[][]{{"scan", "nowhere"}, {"scan", "-f", "pdf"}, {"scan", "--fail-on", "bad"},
        {"scan", "--only", "no-such-rule"}, {"scan", "--no-such-option"}, {"nothing"}, {"rules"},
        {"scan", "--threads", "0"}}) {
      Slguard.Result result = Slguard.run(folder, arguments);
      assertThat(result.exit()).as(String.join(" ", arguments)).isEqualTo(2);
      assertThat(result.err().lines()).hasSize(1).first().asString().startsWith("slguard: ");
    }
  }
}
