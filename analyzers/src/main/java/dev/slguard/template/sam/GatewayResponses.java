package dev.slguard.template.sam;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** GatewayResponses of a REST API, in the form of API Gateway's documents. */
final class GatewayResponses {
  private static final List<String> PARAMETERS = List.of("Headers", "Paths", "QueryStrings");

  private GatewayResponses() {}

  static Optional<Tree> of(SamTemplate template, Owner owner, Tree written) {
    if (!(written instanceof Tree.Mapping responses)) {
      template.error(owner, written.at(), "GatewayResponses is no object; it is not read");
      return Optional.empty();
    }
    Draft all = Draft.at(written.at());
    responses.entries().forEach((name, entry) -> {
      if (!(entry.value() instanceof Tree.Mapping response)) {
        template.error(owner, entry.keyAt(), "gateway response '" + Text.shown(name) + "' is no object");
        return;
      }
      Draft made = Draft.at(entry.keyAt());
      made.put("responseParameters", Tree.emptyMapping(entry.keyAt()));
      made.put("responseTemplates", Tree.emptyMapping(entry.keyAt()));
      for (var property : response.entries().entrySet()) {
        switch (property.getKey()) {
          case "ResponseParameters" -> parameters(template, owner, name, property.getValue(), made);
          case "ResponseTemplates" -> made.put("responseTemplates", property.getValue().value());
          case "StatusCode" -> status(template, owner, name, property.getValue(), made);
          default -> template.error(owner, property.getValue().keyAt(),
              "'" + Text.shown(property.getKey()) + "' is no property of gateway response '" + Text.shown(name) + "'");
        }
      }
      all.put(name, made);
    });
    return Optional.of(all.build());
  }

  private static void status(SamTemplate template, Owner owner, String name, Tree.Entry entry, Draft made) {
    Optional<String> text = Intrinsics.textOf(entry.value());
    if (text.isPresent() && !text.get().chars().allMatch(c -> c >= '0' && c <= '9')) {
      template.error(owner, entry.keyAt(), "StatusCode of gateway response '" + Text.shown(name) + "' is no number");
    }
    made.put("statusCode", text.<Tree>map(code -> Intrinsics.text(code, entry.value().at())).orElse(entry.value()));
  }

  private static void parameters(SamTemplate template, Owner owner, String name, Tree.Entry entry, Draft made) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      template.error(owner, entry.keyAt(),
          "ResponseParameters of gateway response '" + Text.shown(name) + "' is no object");
      return;
    }
    Draft parameters = Draft.at(written.at());
    written.entries().forEach((kind, values) -> {
      if (!PARAMETERS.contains(kind)) {
        template.error(owner, values.keyAt(), "'" + Text.shown(kind) + "' is no property of ResponseParameters of"
            + " gateway response '" + Text.shown(name) + "'");
        return;
      }
      String prefix = "gatewayresponse." + switch (kind) {
        case "Headers" -> "header.";
        case "Paths" -> "path.";
        default -> "querystring.";
      };
      if (values.value() instanceof Tree.Mapping map) {
        map.entries().forEach((key, value) -> parameters.put(prefix + key, value.value()));
      } else {
        template.error(owner, values.keyAt(), kind + " of gateway response '" + Text.shown(name) + "' is no object");
      }
    });
    made.put("responseParameters", parameters);
  }
}
