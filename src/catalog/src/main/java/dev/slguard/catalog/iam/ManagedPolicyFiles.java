package dev.slguard.catalog.iam;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest version of every AWS managed policy, one line each (name, ARN, version, document), spread over files by the
 * hash of the name, so that reading one costs little.
 */
final class ManagedPolicyFiles {
  /** As {@code ManagedPolicies} of analyzers reads them. */
  private static final int FILES = 64;

  private ManagedPolicyFiles() {}

  static int write(JsonElement source, Path folder) throws IOException {
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    var files = new TreeMap<Integer, List<String>>();
    for (Map.Entry<String, JsonElement> entry : new TreeMap<>(source.getAsJsonObject().asMap()).entrySet()) {
      JsonObject policy = entry.getValue().getAsJsonObject();
      String version = policy.get("latestVersionId").getAsString();
      JsonElement document = policy.getAsJsonObject("versions").getAsJsonObject(version).get("document");
      files.computeIfAbsent(Math.floorMod(entry.getKey().hashCode(), FILES), _ -> new ArrayList<>())
          .add(entry.getKey() + '\t' + policy.get("arn").getAsString() + '\t' + version + '\t' + gson.toJson(document));
    }
    for (Map.Entry<Integer, List<String>> file : files.entrySet()) {
      IamCatalogue.write(folder.resolve(file.getKey() + ".tsv"), file.getValue());
    }
    return source.getAsJsonObject().size();
  }
}
