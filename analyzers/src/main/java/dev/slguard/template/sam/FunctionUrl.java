package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** FunctionUrlConfig: the URL, and with AuthType NONE the two permissions that open it to everyone. */
final class FunctionUrl {
  private static final List<String> CORS = List.of("AllowOrigins", "AllowCredentials", "AllowHeaders", "AllowMethods",
      "ExposeHeaders", "MaxAge");

  private final SamTemplate template;
  private final Owner owner;

  FunctionUrl(SamTemplate template, Owner owner) {
    this.template = template;
    this.owner = owner;
  }

  void expand(Optional<String> alias) {
    Optional<Tree> written = owner.property("FunctionUrlConfig").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    Span at = owner.placeOf("FunctionUrlConfig");
    if (!(written.get() instanceof Tree.Mapping config) || Intrinsics.isFunction(config)) {
      template.error(owner, at, "FunctionUrlConfig is no object; it is not read");
      return;
    }
    check(config, at);
    if (config.entries().isEmpty()) {
      return;
    }
    template.add(owner.id() + "Url", "AWS::Lambda::Url", owner, at).child("Properties")
        .take(config, "AuthType", "Cors", "InvokeMode")
        .put("TargetFunctionArn", Intrinsics.ref(alias.orElse(owner.id()), at));
    if (config.text("AuthType").filter("NONE"::equals).isPresent()) {
      Span line = config.keyAt("AuthType");
      Tree function = Intrinsics.ref(alias.orElse(owner.id()), line);
      template.add(owner.id() + "UrlPublicPermissions", "AWS::Lambda::Permission", owner, line).child("Properties")
          .put("Action", "lambda:InvokeFunctionUrl").put("FunctionName", function).put("Principal", "*")
          .put("FunctionUrlAuthType", "NONE");
      template.add(owner.id() + "URLInvokeAllowPublicAccess", "AWS::Lambda::Permission", owner, line)
          .child("Properties").put("Action", "lambda:InvokeFunction").put("FunctionName", function)
          .put("Principal", "*").put("InvokedViaFunctionUrl", true);
    }
  }

  private void check(Tree.Mapping config, Span at) {
    if (owner.properties().has("TenancyConfig")) {
      template.error(owner, at, "a function with TenancyConfig cannot have a URL");
    }
    Optional<Tree> type = config.get("AuthType");
    if (type.isEmpty()
        || Intrinsics.textOf(type.get()).filter(text -> !text.equals("NONE") && !text.equals("AWS_IAM")).isPresent()) {
      template.error(owner, at, "AuthType of FunctionUrlConfig needs to be 'NONE' or 'AWS_IAM'");
    }
    Optional<Tree> cors = config.get("Cors");
    if (cors.isPresent() && !Intrinsics.isFunction(cors.get())) {
      if (!(cors.get() instanceof Tree.Mapping mapping)) {
        template.error(owner, config.keyAt("Cors"), "Cors of FunctionUrlConfig is no object");
        return;
      }
      mapping.entries().forEach((key, entry) -> {
        if (!CORS.contains(key)) {
          template.error(owner, entry.keyAt(), "'" + Text.shown(key) + "' is no property of Cors of FunctionUrlConfig");
        } else if (!fits(key, entry.value())) {
          template.error(owner, entry.keyAt(), "'" + key + "' of Cors of FunctionUrlConfig is of the wrong type");
        }
      });
    }
  }

  private static boolean fits(String key, Tree value) {
    return Intrinsics.isFunction(value) || switch (key) {
      case "MaxAge" -> value instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NUMBER;
      case "AllowCredentials" -> Intrinsics.isTrue(value) || Intrinsics.isFalse(value);
      default -> value instanceof Tree.Sequence;
    };
  }
}
