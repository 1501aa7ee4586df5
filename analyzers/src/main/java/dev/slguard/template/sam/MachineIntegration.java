package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;

/** The integration by which a REST API starts a state machine, with the role of the event. */
final class MachineIntegration {
  private MachineIntegration() {}

  static Draft of(SamTemplate template, RouteEvent route) {
    Span at = route.event().at();
    String machine = StateMachineResource.target(template, route.owner());
    boolean unescape = route.event().property("UnescapeMappingTemplate").filter(Intrinsics::isTrue).isPresent();
    String input = "$util.escapeJavaScript($input.json('$'))" + (unescape ? ".replaceAll(\"\\\\'\",\"'\")" : "");
    String request = "{\"input\": \"" + input + "\", \"stateMachineArn\": \"${" + machine + "}\"}";
    var codes = Draft.at(at);
    for (String code : new String[]{"200", "400"}) {
      codes.put(code, Draft.at(at).put("statusCode", code));
    }
    Tree uri = Intrinsics.sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution", at);
    return Draft.at(at).put("type", "aws").put("httpMethod", "POST")
        .put("uri",
            route.owner().condition().<Tree>map(name -> Intrinsics.choice(name, uri, Intrinsics.noValue(at), at))
                .orElse(uri))
        .put("responses", codes).put("credentials", Intrinsics.attribute(route.event().id() + "Role", "Arn", at))
        .put("requestTemplates", Draft.at(at).put("application/json", Intrinsics.sub(request, at)));
  }

  static Tree responses(Span at) {
    return Draft.at(at).put("200", Draft.at(at).put("description", "OK"))
        .put("400", Draft.at(at).put("description", "Bad Request")).build();
  }
}
