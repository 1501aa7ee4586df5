package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The APIs of a template, those that events imply included. */
final class Apis {
  static final String REST = "ServerlessRestApi";
  static final String HTTP = "ServerlessHttpApi";

  private final SamTemplate template;
  private final Globals globals;
  private final Map<String, RestApi> rest = new LinkedHashMap<>();
  private final Map<String, HttpApi> http = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  Apis(SamTemplate template, Globals globals) {
    this.template = template;
    this.globals = globals;
  }

  void addRest(Owner owner) {
    rest.put(owner.id(), new RestApi(template, owner, false));
  }

  void addHttp(Owner owner) {
    http.put(owner.id(), new HttpApi(template, owner, false));
  }

  /** The REST API of that logical id. */
  Optional<RestApi> rest(String id) {
    return Optional.ofNullable(rest.get(id));
  }

  Optional<HttpApi> http(String id) {
    return Optional.ofNullable(http.get(id));
  }

  /** The REST API that events without RestApiId share; made by the first. */
  RestApi implicitRest(EventSource event) {
    RestApi api = rest.get(REST);
    if (api == null) {
      Tree.Mapping properties = Draft.at(event.at()).put("StageName", "Prod").build();
      api = new RestApi(template, implicit(REST, "AWS::Serverless::Api", properties, event.at()), true);
      rest.put(REST, api);
      order.add(REST);
    }
    return api;
  }

  /** The HTTP API that events without ApiId share. */
  HttpApi implicitHttp(EventSource event) {
    HttpApi api = http.get(HTTP);
    if (api == null) {
      api = new HttpApi(template, implicit(HTTP, "AWS::Serverless::HttpApi", Tree.emptyMapping(event.at()), event.at()),
          true);
      http.put(HTTP, api);
      order.add(HTTP);
    }
    return api;
  }

  private Owner implicit(String id, String type, Tree.Mapping properties, Span at) {
    Tree.Mapping resource = Draft.at(at).put("Type", type).put("Properties", properties).build();
    return globals.merged(new Owner(id, type, at, resource));
  }

  /** Makes the resources of all APIs. */
  void expand(SharedUsagePlan plan) {
    rest.values().forEach(RestApi::imply);
    rest.values().forEach(api -> new RestApiResource(template, api, plan).expand());
    http.values().forEach(HttpApi::imply);
    http.values().forEach(api -> new HttpApiResource(template, api).expand());
    plan.expand();
  }
}
