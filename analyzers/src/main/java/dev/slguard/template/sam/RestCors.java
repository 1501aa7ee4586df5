package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Cors of a REST API: an OPTIONS operation with a mock integration on every path that has none. */
final class RestCors {
  private static final String PREFIX = "method.response.header.";
  private static final List<String> KEYS = List.of("AllowOrigin", "AllowHeaders", "AllowMethods", "MaxAge",
      "AllowCredentials");

  private final SamTemplate template;
  private final Owner owner;
  private final Paths paths;

  RestCors(SamTemplate template, Owner owner, Paths paths) {
    this.template = template;
    this.owner = owner;
    this.paths = paths;
  }

  void apply() {
    Optional<Tree> written = owner.property("Cors").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    Span at = owner.placeOf("Cors");
    Tree.Mapping cors = Draft.at(at).put("AllowOrigin", written.get()).build();
    if (written.get() instanceof Tree.Mapping mapping && !Intrinsics.isFunction(mapping)) {
      cors = mapping;
      for (var entry : mapping.entries().entrySet()) {
        if (!KEYS.contains(entry.getKey())) {
          template.error(owner, entry.getValue().keyAt(),
              "'" + Text.shown(entry.getKey()) + "' is no property of Cors");
          return;
        }
      }
    } else if (written.get() instanceof Tree.Sequence) {
      template.error(owner, at, "Cors is a list; a text or an object is expected");
      return;
    }
    if (cors.get("AllowOrigin").filter(tree -> Intrinsics.textOf(tree).filter("'*'"::equals).isEmpty()).isEmpty()
        && cors.get("AllowCredentials").filter(Intrinsics::isTrue).isPresent()) {
      template.error(owner, at, "Cors cannot allow credentials together with the origin '*'");
    }
    for (String path : paths.inOrder()) {
      if (!paths.has(path, "options") && !paths.arms(path).isEmpty()) {
        paths.add(path, "options", options(cors, path, at));
      }
    }
  }

  private Tree options(Tree.Mapping cors, String path, Span at) {
    Draft headers = Draft.at(at);
    Draft parameters = Draft.at(at);
    header("Access-Control-Allow-Origin", cors.get("AllowOrigin").or(() -> Optional.of(Intrinsics.text("'*'", at))),
        headers, parameters);
    header("Access-Control-Allow-Headers", cors.get("AllowHeaders"), headers, parameters);
    header("Access-Control-Allow-Methods",
        cors.get("AllowMethods").or(() -> Optional.of(Intrinsics.text(methods(path), at))), headers, parameters);
    header("Access-Control-Max-Age", cors.get("MaxAge"), headers, parameters);
    if (cors.get("AllowCredentials").filter(Intrinsics::isTrue).isPresent()) {
      header("Access-Control-Allow-Credentials", Optional.of(Intrinsics.text("'true'", at)), headers, parameters);
    }
    Draft success = Draft.at(at).put("description", "Default response for CORS method").put("headers", headers);
    var responses = Draft.at(at).put("default", Draft.at(at).put("statusCode", "200")
        .put("responseParameters", parameters).put("responseTemplates", Draft.at(at).put("application/json", "{}\n")));
    Draft operation = Draft.at(at).put("summary", "CORS support");
    operation.put("consumes", Intrinsics.texts(at, "application/json")).put("produces",
        Intrinsics.texts(at, "application/json"));
    return operation.put("x-amazon-apigateway-integration",
        Draft.at(at).put("type", "mock")
            .put("requestTemplates", Draft.at(at).put("application/json", "{\n  \"statusCode\" : 200\n}\n"))
            .put("responses", responses))
        .put("responses", Draft.at(at).put("200", success)).build();
  }

  private static void header(String name, Optional<Tree> value, Draft headers, Draft parameters) {
    value.filter(tree -> !Intrinsics.isNull(tree)).ifPresent(tree -> {
      Draft type = Draft.at(tree.at()).put("type", name.endsWith("Max-Age") ? "integer" : "string");
      headers.put(name, type);
      parameters.put(PREFIX + name, tree);
    });
  }

  /** The methods of {@code path}, as the header lists them; of a conditional path those of its first arm. */
  private String methods(String path) {
    var methods = new TreeSet<String>();
    methods.add("OPTIONS");
    paths.arms(path).stream().findFirst().ifPresent(item -> {
      for (String method : item.entries().keySet()) {
        if (method.equalsIgnoreCase(Paths.ANY)) {
          methods.addAll(List.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"));
        } else if (Paths.isMethod(method)) {
          methods.add(method.toUpperCase(Locale.ROOT));
        }
      }
    });
    return "'" + String.join(",", new ArrayList<>(methods)) + "'";
  }
}
