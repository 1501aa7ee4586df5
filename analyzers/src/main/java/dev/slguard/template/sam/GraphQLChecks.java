package dev.slguard.template.sam;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What SAM rejects in a GraphQL API. */
final class GraphQLChecks {
  private static final Map<String, String> NEEDS = Map.of("AWS_LAMBDA", "LambdaAuthorizer", "OPENID_CONNECT",
      "OpenIDConnect", "AMAZON_COGNITO_USER_POOLS", "UserPool", "AWS_IAM", "", "API_KEY", "");
  private static final Set<String> LOGGING = Set.of("CloudWatchLogsRoleArn", "ExcludeVerboseContent", "FieldLogLevel");

  private final SamTemplate template;
  private final Owner owner;

  GraphQLChecks(SamTemplate template, Owner owner) {
    this.template = template;
    this.owner = owner;
  }

  void check() {
    owner.properties().mapping("Auth").ifPresent(auth -> {
      provider(auth);
      auth.get("Additional").map(Intrinsics::items).orElseGet(List::of).stream().filter(Tree.Mapping.class::isInstance)
          .forEach(each -> provider((Tree.Mapping) each));
    });
    owner.properties().mapping("Logging").ifPresent(logging -> logging.entries().forEach((key, entry) -> {
      if (!LOGGING.contains(key)) {
        template.doubt(owner, entry.keyAt(), "'" + Text.shown(key) + "' is no property of Logging");
      }
    }));
    owner.properties().mapping("Functions").ifPresent(all -> all.entries().forEach(this::function));
    owner.properties().mapping("Resolvers").ifPresent(
        types -> types.entries().values().stream().map(Tree.Entry::value).filter(Tree.Mapping.class::isInstance)
            .forEach(fields -> ((Tree.Mapping) fields).entries().forEach(this::resolver)));
  }

  private void provider(Tree.Mapping auth) {
    Optional<String> type = auth.text("Type");
    Optional<String> needed = type.map(name -> NEEDS.getOrDefault(name, "?"));
    if (needed.filter("?"::equals).isPresent()) {
      template.doubt(owner, auth.keyAt("Type"), "'" + Text.shown(type.orElse("")) + "' is no type of Auth");
    }
    long given = List.of("LambdaAuthorizer", "OpenIDConnect", "UserPool").stream().filter(auth::has).count();
    if (needed.filter(name -> !name.isEmpty() && !name.equals("?") && !auth.has(name)).isPresent()) {
      template.doubt(owner, auth.at(), "Auth of type '" + type.orElse("") + "' needs " + needed.orElse(""));
    }
    if (given > 1) {
      template.doubt(owner, auth.at(), "Auth has several configurations");
    }
  }

  private void function(String name, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      return;
    }
    if (written.has("Id")) {
      if (written.entries().size() > 1) {
        template.doubt(owner, entry.keyAt(), "function '" + Text.shown(name) + "' has Id beside other properties");
      }
      return;
    }
    code("function", name, entry, written);
    Optional<String> source = written.get("DataSource").flatMap(Intrinsics::textOf);
    boolean known = source.isEmpty() || source.filter(text -> text.equalsIgnoreCase("none")).isPresent()
        || owner
            .properties().mapping("DataSources").filter(all -> all.entries().values().stream().map(Tree.Entry::value)
                .filter(Tree.Mapping.class::isInstance).anyMatch(group -> ((Tree.Mapping) group).has(source.get())))
            .isPresent();
    if (!known) {
      template.doubt(owner, entry.keyAt(), "function '" + Text.shown(name) + "' names the data source '"
          + Text.shown(source.orElse("")) + "', which the API does not define");
    }
  }

  private void code(String kind, String name, Tree.Entry entry, Tree.Mapping written) {
    boolean inline = written.has("InlineCode");
    boolean uri = written.has("CodeUri");
    String what = kind + " '" + Text.shown(name) + "' ";
    if (inline && uri) {
      template.doubt(owner, entry.keyAt(), what + "has InlineCode and CodeUri, which exclude each other");
    }
    if (kind.equals("function") && !inline && !uri) {
      template.doubt(owner, entry.keyAt(), what + "needs InlineCode or CodeUri");
    }
    if ((inline || uri) && !written.has("Runtime")) {
      template.doubt(owner, entry.keyAt(), what + "needs Runtime");
    }
  }

  private void resolver(String name, Tree.Entry entry) {
    Optional<Tree> pipeline = entry.value() instanceof Tree.Mapping written
        ? written.get("Pipeline")
        : Optional.empty();
    if (pipeline.isEmpty()) {
      template.doubt(owner, entry.keyAt(), "resolver '" + Text.shown(name) + "' needs Pipeline");
      return;
    }
    code("resolver", name, entry, (Tree.Mapping) entry.value());
    for (Tree step : Intrinsics.items(pipeline.get())) {
      boolean known = Intrinsics.textOf(step).isEmpty() || owner.properties().mapping("Functions")
          .filter(all -> all.has(Intrinsics.textOf(step).orElse(""))).isPresent();
      if (!known) {
        template.doubt(owner, step.at(), "resolver '" + Text.shown(name) + "' names the function '"
            + Text.shown(Intrinsics.textOf(step).orElse("")) + "', which the API does not define");
      }
    }
  }
}
