package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** AutoPublishAlias: a version for every change of the code, and the alias that points at it. */
final class FunctionAlias {
  private final SamTemplate template;
  private final Deployments deployments;
  private final Owner owner;

  FunctionAlias(SamTemplate template, Deployments deployments, Owner owner) {
    this.template = template;
    this.deployments = deployments;
    this.owner = owner;
  }

  /** Logical id of the alias; empty if the function publishes none. */
  Optional<String> expand() {
    Optional<Tree> written = owner.property("AutoPublishAlias").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      needsAlias("VersionDeletionPolicy");
      needsAlias("ProvisionedConcurrencyConfig");
      deployments.add(owner, Optional.empty());
      return Optional.empty();
    }
    Span at = owner.placeOf("AutoPublishAlias");
    Optional<String> name = template.textOf(written.get()).filter(FunctionAlias::isName);
    if (name.isEmpty()) {
      template.error(owner, at, "AutoPublishAlias needs a text of letters, digits, '-' and '_' or a Ref to a parameter"
          + " with a known value; no alias is made");
      deployments.add(owner, Optional.empty());
      return Optional.empty();
    }
    checkSha();
    String version = version(at);
    String alias = owner.id() + "Alias" + alphanumeric(name.get());
    Draft resource = template.add(alias, "AWS::Lambda::Alias", owner, at);
    resource.child("Properties").put("Name", name.get()).put("FunctionName", Intrinsics.ref(owner.id(), at))
        .put("FunctionVersion", Intrinsics.attribute(version, "Version", at))
        .take(owner.properties(), "ProvisionedConcurrencyConfig");
    template.references().define(owner.id(), "Version", version);
    template.references().define(owner.id(), "Alias", alias);
    deployments.add(owner, Optional.of(resource));
    return Optional.of(alias);
  }

  private void needsAlias(String property) {
    owner.property(property).filter(tree -> !Intrinsics.isNull(tree)).ifPresent(
        tree -> template.error(owner, owner.placeOf(property), property + " needs AutoPublishAlias; it has no effect"));
  }

  private void checkSha() {
    owner.property("AutoPublishCodeSha256").filter(tree -> template.textOf(tree).isEmpty())
        .ifPresent(tree -> template.error(owner, owner.placeOf("AutoPublishCodeSha256"),
            "AutoPublishCodeSha256 needs a text or a Ref to a parameter with a known value; it is ignored"));
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars()
        .allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_');
  }

  static String alphanumeric(String text) {
    var kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** The version; its id changes with the code, or with all properties if AutoPublishAliasAllProperties is set. */
  private String version(Span at) {
    boolean all = owner.property("AutoPublishAliasAllProperties").filter(Intrinsics::isTrue).isPresent();
    Tree basis = owner.property("AutoPublishCodeSha256").or(() -> owner.property("CodeUri"))
        .or(() -> owner.property("InlineCode")).orElseGet(() -> Intrinsics.text("", at));
    String id = owner.id() + "Version" + Hash.of(all ? owner.properties() : basis);
    Draft resource = template.add(id, "AWS::Lambda::Version", owner, at);
    if (!resource.has("DeletionPolicy")) {
      resource.put("DeletionPolicy", owner.property("VersionDeletionPolicy").flatMap(template::textOf)
          .orElse(owner.properties().has("CapacityProviderConfig") ? "Delete" : "Retain"));
    }
    resource.child("Properties").put("FunctionName", Intrinsics.ref(owner.id(), at))
        .takeAs("Description", owner.properties(), "VersionDescription")
        .take(owner.properties(), "FunctionScalingConfig");
    return id;
  }
}
