package dev.slguard.catalog.template;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Writes the data files of {@code template.sam} and {@code template.cloudformation}; {@code src/catalog/template.sh} downloads
 * the packages and calls this. The same packages give the same bytes.
 */
public final class TemplateData {
  private static final Map<String, String> PARTITIONS = Map.of("aws", "a", "aws-cn", "c", "aws-us-gov", "g", "aws-eusc",
      "e");

  private TemplateData() {}

  /**
   * Generates everything.
   *
   * @param arguments the folder with {@code samtranslator} and {@code db.json.gz}, and the folder of the resources
   *     ({@code …/dev/slguard/template})
   */
  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    Path sam = from.resolve("samtranslator");
    policyTemplates(sam.resolve("policy_templates_data/policy_templates.json"),
        to.resolve("sam/policy-templates.json"));
    connectors(sam.resolve("model/connector_profiles/profiles.json"), to.resolve("sam/connector-profiles.json"));
    int policies = managedPolicies(sam.resolve("internal/data/aws_managed_policies.json"),
        to.resolve("sam/managed-policies.txt"));
    int types = ResourceTypeFile.write(compressed(from.resolve("db.json.gz")),
        to.resolve("cloudformation/resource-types.txt"));
    System.out.println(policies + " managed policies, " + types + " types");
  }

  private static void policyTemplates(Path from, Path to) throws IOException {
    var lines = new ArrayList<String>();
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    for (Map.Entry<String, JsonElement> entry : sorted(json(from).getAsJsonObject("Templates"))) {
      JsonObject template = entry.getValue().getAsJsonObject();
      var made = new JsonObject();
      var parameters = new JsonArray();
      new TreeSet<>(template.getAsJsonObject("Parameters").keySet()).forEach(parameters::add);
      made.add("Parameters", parameters);
      made.add("Statement", template.getAsJsonObject("Definition").get("Statement"));
      lines.add(gson.toJson(entry.getKey()) + ':' + gson.toJson(made));
    }
    writeObject(to, lines);
  }

  private static void connectors(Path from, Path to) throws IOException {
    var lines = new ArrayList<String>();
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    for (Map.Entry<String, JsonElement> entry : json(from).getAsJsonObject("Permissions").entrySet()) {
      lines.add(gson.toJson(entry.getKey()) + ':' + gson.toJson(entry.getValue()));
    }
    writeObject(to, lines);
  }

  private static void writeObject(Path to, List<String> lines) throws IOException {
    Files.writeString(to, "{" + String.join(",\n", lines) + "}\n");
  }

  private static int managedPolicies(Path from, Path to) throws IOException {
    var paths = new TreeMap<String, String>();
    var partitions = new TreeMap<String, String>();
    for (String partition : List.of("aws", "aws-cn", "aws-us-gov", "aws-eusc")) {
      JsonObject policies = json(from).getAsJsonObject(partition);
      String prefix = "arn:" + partition + ":iam::aws:policy/";
      for (Map.Entry<String, JsonElement> entry : policies.entrySet()) {
        String path = entry.getValue().getAsString().substring(prefix.length());
        if (!path.equals(paths.getOrDefault(entry.getKey(), path))) {
          throw new IllegalStateException(entry.getKey() + " has several paths");
        }
        paths.put(entry.getKey(), path);
        partitions.merge(entry.getKey(), PARTITIONS.getOrDefault(partition, ""), String::concat);
      }
    }
    var lines = new ArrayList<String>();
    lines.add(
        "# name, path behind arn:PARTITION:iam::aws:policy/, partitions that have it (a aws, c aws-cn, g aws-us-gov,"
            + " e aws-eusc)");
    paths.forEach((name, path) -> lines
        .add(name + ' ' + (path.equals(name) ? "=" : path) + ' ' + partitions.getOrDefault(name, "")));
    Files.write(to, lines);
    return paths.size();
  }

  static List<Map.Entry<String, JsonElement>> sorted(JsonObject object) {
    return List.copyOf(new TreeMap<>(object.asMap()).entrySet());
  }

  private static JsonObject json(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  private static JsonObject compressed(Path file) throws IOException {
    try (Reader reader = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
        StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
