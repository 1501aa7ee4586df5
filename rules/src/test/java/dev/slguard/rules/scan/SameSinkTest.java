package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.graph.Application;
import dev.slguard.rules.evaluate.Findings;
import dev.slguard.rules.evaluate.Scenes;
import dev.slguard.rules.evaluate.Verdict;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several flows into one call are one finding that tells the strongest. */
class SameSinkTest {
  private static final String TEMPLATE = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Audit:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: .
          Handler: audit.handler
          Runtime: python3.13
          Events: {Jobs: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}}
      Web:
        Type: AWS::Serverless::Function
        Properties: {CodeUri: ., Handler: web.handler, Runtime: python3.13, FunctionUrlConfig: {AuthType: NONE}}
      Jobs: {Type: AWS::SQS::Queue}
    """;

  private static List<Finding> scan() {
    var files = new LinkedHashMap<String, String>();
    files.put("template.yaml", TEMPLATE);
    files.put("audit.py", """
      import shell
      def handler(event, context):
          for record in event["Records"]:
              shell.run(record["body"])
      """);
    files.put("shell.py", """
      import os
      def run(name):
          os.system("gzip " + name)
      """);
    files.put("web.py", """
      import shell
      def handler(event, context):
          shell.run(event["queryStringParameters"]["name"])
      """);
    Application application = new TemporaryProject(ModelFiles::of).read(files);
    List<Rule> rules = Library.rules().all().stream().filter(rule -> rule.id().equals("command-injection")).toList();
    List<Verdict> verdicts = Scanner.evaluators().stream().flatMap(
        evaluator -> evaluator.evaluate(rules.stream().filter(rule -> rule.match().kind() == evaluator.kind()).toList(),
            new Scenes(application)).stream())
        .toList();
    return Findings.of(verdicts);
  }

  @Test
  void the_most_severe_flow_is_told_whole_and_alone() {
    assertThat(scan()).singleElement().satisfies(finding -> {
      assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(finding.function()).contains("Web");
      assertThat(finding.message()).contains("queryStringParameters.name").contains("'Web'");
      assertThat(finding.steps()).extracting(EvidenceStep::kind).startsWith(EvidenceStep.Kind.TRIGGER,
          EvidenceStep.Kind.SOURCE);
      assertThat(finding.steps()).extracting(step -> step.at().file()).containsOnly("template.yaml", "web.py",
          "shell.py");
    });
  }

  @Test
  void the_others_stay_flows_of_their_own() {
    Finding finding = scan().getFirst();
    assertThat(finding.otherFlows()).singleElement().satisfies(flow -> {
      assertThat(flow.getFirst().message()).contains("'Audit'");
      assertThat(flow.getLast().kind()).isEqualTo(EvidenceStep.Kind.SINK);
    });
    assertThat(finding.otherStarts()).extracting(step -> step.at().file()).containsExactly("audit.py");
    assertThat(finding.properties()).containsEntry("alsoInFunctions", new Finding.Fact.Many(List.of("Audit")));
  }
}
