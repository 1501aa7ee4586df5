package dev.slguard.catalog.iam;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * For every service of the SDKs the prefix of its actions, found by comparing operation names with action names, and the
 * operations that no action is named after: {@code name, service id, prefix, operations without action}.
 */
final class SdkOperations {
  private SdkOperations() {}

  static int write(Path models, Map<String, Set<String>> actions, Path to) throws IOException {
    var lines = new ArrayList<String>();
    try (Stream<Path> folders = Files.list(models)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        Path model = newest(folder);
        if (Files.exists(model)) {
          lines.add(service(String.valueOf(folder.getFileName()), read(model), actions));
        }
      }
    }
    IamCatalogue.write(to.resolve("sdk-services.tsv"), lines);
    return lines.size();
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.filter(Files::isDirectory).max(Path::compareTo).orElse(folder).resolve("service-2.json.gz");
    }
  }

  private static JsonObject read(Path model) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(model));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  private static String service(String name, JsonObject model, Map<String, Set<String>> actions) {
    JsonObject metadata = model.getAsJsonObject("metadata");
    Set<String> operations = new TreeSet<>(model.getAsJsonObject("operations").keySet());
    List<String> named = List.of(text(metadata, "signingName"), text(metadata, "endpointPrefix"), name);
    String best = name;
    int most = 0;
    for (Map.Entry<String, Set<String>> service : actions.entrySet()) {
      var common = new TreeSet<>(operations);
      common.retainAll(service.getValue());
      int points = common.size() * 4 + (named.contains(service.getKey()) ? 3 : 0);
      if (points > most) {
        most = points;
        best = service.getKey();
      }
    }
    operations.removeAll(actions.getOrDefault(best, Set.of()));
    return name + '\t' + text(metadata, "serviceId") + '\t' + best + '\t' + String.join(",", operations);
  }

  private static String text(JsonObject metadata, String key) {
    JsonElement value = metadata.get(key);
    return value == null ? "" : value.getAsString();
  }
}
