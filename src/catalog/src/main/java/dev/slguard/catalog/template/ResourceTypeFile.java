package dev.slguard.catalog.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line a CloudFormation type: what Ref gives, the attribute that is its ARN, and the ARN's form behind
 * {@code arn:PARTITION:}, region and account as R and A.
 */
final class ResourceTypeFile {
  private ResourceTypeFile() {}

  static int write(JsonObject database, Path to) throws IOException {
    var lines = new TreeMap<String, String>();
    for (JsonElement element : database.getAsJsonObject("schema").getAsJsonObject("resource")
        .getAsJsonArray("entities")) {
      JsonObject type = element.getAsJsonObject();
      String name = type.get("cloudFormationType").getAsString();
      if (!name.startsWith("AWS::Serverless::")) {
        lines.put(name,
            name + ' ' + reference(type) + ' ' + arnAttribute(type).orElse("-") + ' ' + arn(type).orElse("-"));
      }
    }
    var all = new ArrayList<String>();
    all.add("# type, properties that Ref gives (joined by |), attribute that is the ARN, ARN behind arn:PARTITION:");
    all.addAll(lines.values());
    Files.createDirectories(to.getParent());
    Files.write(to, all);
    return lines.size();
  }

  private static String reference(JsonObject type) {
    JsonArray names = type.has("cfnRefIdentifier")
        ? type.getAsJsonArray("cfnRefIdentifier")
        : type.has("primaryIdentifier") ? type.getAsJsonArray("primaryIdentifier") : new JsonArray();
    var texts = new ArrayList<String>();
    names.forEach(each -> texts.add(each.getAsString()));
    return texts.isEmpty() ? "-" : String.join("|", texts);
  }

  /** {@code Arn}, else the one attribute that ends with it and begins like the type ({@code TopicArn}). */
  private static Optional<String> arnAttribute(JsonObject type) {
    List<String> attributes = List.copyOf(type.getAsJsonObject("attributes").keySet());
    if (attributes.contains("Arn")) {
      return Optional.of("Arn");
    }
    String name = type.get("cloudFormationType").getAsString();
    String own = name.substring(name.lastIndexOf(':') + 1);
    return attributes.stream().filter(attribute -> attribute.equals(own + "Arn")).findFirst()
        .or(() -> attributes.stream().filter(attribute -> attribute.endsWith("Arn") && attribute.indexOf('.') < 0
            && own.contains(attribute.substring(0, attribute.length() - 3))).findFirst());
  }

  private static Optional<String> arn(JsonObject type) {
    if (!type.has("arnTemplate")) {
      return Optional.empty();
    }
    String template = type.get("arnTemplate").getAsString();
    String prefix = "arn:${Partition}:";
    return template.startsWith(prefix)
        ? Optional.of(template.substring(prefix.length()).replace("${Region}", "R").replace("${Account}", "A"))
        : Optional.empty();
  }
}
