package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.service.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Permissions, roles, routes and mappings of the services under src/it/serverless-oracle equal what the framework wrote for
 * them; {@code compare.mjs --record} refreshes what it said.
 */
class FrameworkSaidTest {
  private static final Path ORACLE = Path.of("../src/it/serverless-oracle");

  static Stream<String> services() throws IOException {
    try (Stream<Path> said = Files.list(ORACLE.resolve("said"))) {
      return said.map(path -> path.getFileName().toString().replace(".json", "")).sorted().toList().stream();
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var files = new HashMap<String, String>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("services")
  void expansion_equals_what_the_framework_writes(String service) throws IOException {
    Map<String, String> files = files(ORACLE.resolve("services").resolve(service));
    Expanded expanded = Expanded.of(files.getOrDefault("serverless.yml", ""), TemplateOptions.NONE, files);
    JsonObject resources = JsonParser
        .parseString(Shape.of(expanded.expansions.getFirst().body().mapping("Resources").orElseThrow()))
        .getAsJsonObject();
    JsonObject said = JsonParser.parseString(Files.readString(ORACLE.resolve("said").resolve(service + ".json")))
        .getAsJsonObject();
    var actual = new TreeMap<String, JsonElement>();
    resources.entrySet().forEach(entry -> {
      if (said.has(Normal.stem(entry.getKey()))) {
        actual.put(Normal.stem(entry.getKey()), flat(entry.getValue().getAsJsonObject()));
      }
    });
    var expected = new TreeMap<String, JsonElement>(said.asMap());
    assertThat(actual).isEqualTo(expected);
  }

  private static JsonObject flat(JsonObject resource) {
    JsonObject properties = resource.has("Properties") ? resource.getAsJsonObject("Properties") : new JsonObject();
    JsonObject flat = new JsonObject();
    flat.add("type", resource.get("Type"));
    switch (resource.get("Type").getAsString()) {
      case "AWS::ApiGateway::Method" -> {
        for (String name : new String[]{"MethodResponses", "RequestModels", "RequestValidatorId"}) {
          properties.remove(name);
        }
        if (properties.has("Integration")) {
          properties.getAsJsonObject("Integration").remove("RequestTemplates");
          properties.getAsJsonObject("Integration").remove("IntegrationResponses");
        }
      }
      case "AWS::IAM::Role" -> {
        if (properties.has("ManagedPolicyArns") && properties.getAsJsonArray("ManagedPolicyArns").isEmpty()) {
          properties.remove("ManagedPolicyArns");
        }
      }
      default -> {
      }
    }
    Normal.of(properties, "").getAsJsonObject().entrySet().forEach(entry -> flat.add(entry.getKey(), entry.getValue()));
    return flat;
  }
}
