package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slguard.model.Deployment;
import dev.slguard.model.EventShape;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.sam.SamFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusBindingTest {

  private static Path corpus(String name) {
    Optional<Path> found = Stream
        .iterate(Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream).map(at -> at.resolve("shared/corpus").resolve(name)).filter(Files::isDirectory)
        .findFirst();
    assumeThat(found).as("shared/corpus/" + name + " is not beside the checkout").isPresent();
    return found.orElseThrow();
  }

  private static List<Deployment> bindAll(Path folder) throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var deployments = new ArrayList<Deployment>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString();
      var diagnostics = new Diagnostics();
      for (Tree tree : root.read(path, Span.startOf(path), diagnostics)
          .map(source -> Documents.read(source, Limits.DEFAULT, diagnostics)).orElse(List.of())) {
        if (tree instanceof Tree.Mapping body && body.has("Resources")) {
          deployments
              .add(new Binder().bind(Bound.evaluated(path, body, root, Map.of(), diagnostics), root, diagnostics));
        }
      }
    }
    return deployments;
  }

  @Test
  void every_expansion_of_the_translator_is_bound() throws IOException {
    List<Deployment> deployments = bindAll(corpus("sam-translator/output"));
    assertThat(deployments).hasSizeGreaterThan(700);
    assertThat(deployments).anySatisfy(deployment -> assertThat(deployment.triggers()).isNotEmpty());
  }

  /** The translator's outputs hold every event kind; one that is not found shows as a permission that nothing explains. */
  @Test
  void events_of_the_translator_are_found_as_triggers() throws IOException {
    var shapes = new TreeSet<EventShape>();
    for (Deployment deployment : bindAll(corpus("sam-translator/output"))) {
      deployment.triggers().forEach(trigger -> shapes.add(trigger.shape()));
    }
    assertThat(shapes).contains(EventShape.REST_API, EventShape.HTTP_API_V1, EventShape.HTTP_API_V2,
        EventShape.WEBSOCKET, EventShape.FUNCTION_URL, EventShape.S3, EventShape.SNS, EventShape.SQS,
        EventShape.KINESIS, EventShape.DYNAMODB_STREAM, EventShape.KAFKA, EventShape.ACTIVEMQ, EventShape.RABBITMQ,
        EventShape.DOCUMENTDB, EventShape.SCHEDULE, EventShape.EVENTBRIDGE, EventShape.CLOUDWATCH_LOGS,
        EventShape.COGNITO, EventShape.IOT, EventShape.ALEXA, EventShape.AUTHORIZER_TOKEN,
        EventShape.AUTHORIZER_REQUEST_V1);
  }

  /** What SAM's own expansion starts is what the translator's starts: the same triggers, whatever the ids are. */
  @Test
  void triggers_of_our_expansion_are_those_of_the_translator() throws IOException {
    Path corpus = corpus("sam-translator");
    var root = new Root(corpus, Limits.DEFAULT);
    var different = new ArrayList<String>();
    int compared = 0;
    for (String name : root.list("output")) {
      String input = "input/" + name.replace(".json", ".yaml");
      if (name.endsWith(".json") && !name.startsWith("error_") && root.isFile(input)) {
        List<String> theirs = lines(root, "output/" + name, new CloudFormationFormat());
        List<String> ours = lines(root, input, new SamFormat());
        compared++;
        if (!ours.equals(theirs)) {
          different.add(name + "\n  ours   " + minus(ours, theirs) + "\n  theirs " + minus(theirs, ours));
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
    assertThat(different).isEmpty();
  }

  private static List<String> minus(List<String> all, List<String> other) {
    var rest = new ArrayList<>(all);
    other.forEach(rest::remove);
    return rest;
  }

  private static List<String> lines(Root root, String path, TemplateFormat format) {
    var diagnostics = new Diagnostics();
    var options = new TemplateOptions(Map.of("param1", "value1", "param2", "value2"), Optional.empty(),
        Optional.of("ap-southeast-1"), Optional.of("aws"));
    var lines = new ArrayList<String>();
    for (Tree tree : root.read(path, Span.startOf(path), diagnostics)
        .map(source -> Documents.read(source, Limits.DEFAULT, diagnostics)).orElse(List.of())) {
      if (tree instanceof Tree.Mapping body) {
        for (Expansion expansion : format.expand(path, body, root, options, diagnostics)) {
          lines.addAll(TriggerLines
              .of(new Binder().bind(Evaluator.evaluate(expansion, root, options, diagnostics), root, diagnostics)));
        }
      }
    }
    // Ids of deployments, stages and their like end in a hash of their content.
    lines.replaceAll(line -> line.replaceAll("[0-9a-f]{10}", "#"));
    lines.sort(null);
    return lines;
  }
}
