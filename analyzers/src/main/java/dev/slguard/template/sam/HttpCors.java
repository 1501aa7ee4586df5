package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CorsConfiguration of an HTTP API: {@code true} admits every origin. */
final class HttpCors {
  private static final List<String> KEYS = List.of("AllowMethods", "AllowHeaders", "AllowOrigins", "ExposeHeaders",
      "MaxAge", "AllowCredentials");

  private final SamTemplate template;
  private final Owner owner;
  private final Draft document;

  HttpCors(SamTemplate template, Owner owner, Draft document) {
    this.template = template;
    this.owner = owner;
    this.document = document;
  }

  void apply() {
    Optional<Tree> written = owner.property("CorsConfiguration").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty() || Intrinsics.isFalse(written.get())) {
      return;
    }
    Span at = owner.placeOf("CorsConfiguration");
    Draft cors = Draft.at(at);
    if (Intrinsics.isTrue(written.get())) {
      cors.put("allowOrigins", Intrinsics.texts(at, "*"));
    } else if (Intrinsics.isFunction(written.get())) {
      document.put("x-amazon-apigateway-cors", lowered(written.get()));
      return;
    } else if (written.get() instanceof Tree.Mapping mapping) {
      for (var entry : mapping.entries().entrySet()) {
        String key = entry.getKey();
        if (!KEYS.contains(key)) {
          template.error(owner, entry.getValue().keyAt(),
              "'" + Text.shown(key) + "' is no property of CorsConfiguration");
          return;
        }
        cors.put(key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1), entry.getValue().value());
      }
      if (mapping.get("AllowCredentials").filter(Intrinsics::isTrue).isPresent()
          && mapping.get("AllowOrigins").map(Intrinsics::items).orElseGet(List::of).stream()
              .anyMatch(origin -> Intrinsics.textOf(origin).filter("*"::equals).isPresent())) {
        template.error(owner, at, "CorsConfiguration cannot allow credentials together with the origin '*'");
      }
    } else {
      template.error(owner, at, "CorsConfiguration needs to be true or an object");
      return;
    }
    document.put("x-amazon-apigateway-cors", cors);
  }

  /** The arms of Fn::If with the keys of API Gateway's documents; anything else as written. */
  private static Tree lowered(Tree tree) {
    return Intrinsics.choiceItems(tree)
        .<Tree>map(items -> Intrinsics.choice(Intrinsics.textOf(items.getFirst()).orElse(""), lowered(items.get(1)),
            lowered(items.get(2)), tree.at()))
        .orElseGet(() -> {
          if (!(tree instanceof Tree.Mapping mapping) || Intrinsics.isFunction(mapping)) {
            return tree;
          }
          Draft keys = Draft.at(tree.at());
          mapping.entries()
              .forEach((key, entry) -> keys.put(
                  key.isEmpty() ? key : key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1),
                  entry.value()));
          return keys.build();
        });
  }
}
