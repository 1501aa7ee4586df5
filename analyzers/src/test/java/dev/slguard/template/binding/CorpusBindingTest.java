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
}
