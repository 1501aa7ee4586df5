package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Domain of an API: the custom domain, its mappings to the stage, its DNS records. */
final class ApiDomain {
  private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  private final SamTemplate template;
  private final Owner owner;
  private final Tree.Mapping domain;
  private final Span at;

  ApiDomain(SamTemplate template, Owner owner) {
    this.template = template;
    this.owner = owner;
    this.at = owner.placeOf("Domain");
    this.domain = owner.property("Domain").filter(Tree.Mapping.class::isInstance)
        .map(tree -> (Tree.Mapping) template.resolved(tree)).orElseGet(() -> Tree.emptyMapping(at));
  }

  private boolean isMissing() {
    if (owner.property("Domain").filter(tree -> !Intrinsics.isNull(tree)).isEmpty()) {
      return true;
    }
    if (domain.get("DomainName").isEmpty() || domain.get("CertificateArn").isEmpty()) {
      template.error(owner, at, "Domain needs DomainName and CertificateArn; it is mapped to nothing");
      return true;
    }
    return false;
  }

  /** SAM refuses a domain without name or certificate; what is written of it is there to be judged all the same. */
  private void judgeable() {
    if (!domain.entries().isEmpty()) {
      template.addInstead("ApiGatewayDomainName" + Hash.of(domain), "AWS::ApiGateway::DomainName", owner, at)
          .child("Properties").take(domain, "DomainName", "CertificateArn", "SecurityPolicy");
    }
  }

  private Tree name() {
    return domain.get("DomainName").orElseThrow(() -> new IllegalStateException("checked before"));
  }

  private String type() {
    return domain.text("EndpointConfiguration").orElse("REGIONAL");
  }

  /** The domain of a REST API and the mapping of its base paths. */
  void expandRest(String api, String stage) {
    if (isMissing()) {
      judgeable();
      return;
    }
    String type = type();
    boolean isPrivate = type.equals("PRIVATE");
    if (!List.of("EDGE", "REGIONAL", "PRIVATE").contains(type)) {
      template.error(owner, at, "EndpointConfiguration of Domain needs to be 'EDGE', 'REGIONAL' or 'PRIVATE'");
      return;
    }
    String id = (isPrivate ? "ApiGatewayDomainNameV2" : "ApiGatewayDomainName") + Hash.of(name());
    Draft resource = template.addInstead(id,
        isPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName", owner, at);
    Draft properties = resource.child("Properties").put("DomainName", name());
    properties.takeAs(type.equals("REGIONAL") ? "RegionalCertificateArn" : "CertificateArn", domain, "CertificateArn");
    Draft endpoint = Draft.at(at).put("Types", Intrinsics.texts(at, type)).take(domain, "IpAddressType");
    properties.put("EndpointConfiguration", endpoint);
    properties.take(domain, "SecurityPolicy", "OwnershipVerificationCertificateArn", "EndpointAccessMode");
    properties.take(domain, "Policy");
    properties.put("Tags", Tags.propagated(owner));
    if (!isPrivate) {
      mutualTls(properties);
    }
    template.references().define(api, "DomainName", id);
    basePaths(api, stage, id, isPrivate);
    accessAssociation(id);
    records(id, type);
  }

  private void mutualTls(Draft properties) {
    Optional<Tree> written = domain.get("MutualTlsAuthentication").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    if (!(written.get() instanceof Tree.Mapping tls)) {
      template.error(owner, at, "MutualTlsAuthentication of Domain is no object; it is left out");
      return;
    }
    tls.entries().forEach((key, entry) -> {
      if (!key.equals("TruststoreUri") && !key.equals("TruststoreVersion")) {
        template.error(owner, at, "'" + Text.shown(key) + "' is no property of MutualTlsAuthentication");
      }
    });
    Draft kept = Draft.at(written.get().at()).take(tls, "TruststoreUri", "TruststoreVersion");
    if (tls.text("TruststoreVersion").filter("0"::equals).isPresent()) {
      kept.remove("TruststoreVersion");
    }
    properties.put("MutualTlsAuthentication", kept);
  }

  private static boolean unset(Optional<Tree> tree) {
    return tree.isEmpty() || Intrinsics.isNull(tree.get());
  }

  private void basePaths(String api, String stage, String id, boolean isPrivate) {
    String type = isPrivate ? "AWS::ApiGateway::BasePathMappingV2" : "AWS::ApiGateway::BasePathMapping";
    String key = isPrivate ? "DomainNameArn" : "DomainName";
    Optional<Tree> paths = domain.get("BasePath");
    List<Tree> written = unset(paths) ? List.of() : Intrinsics.items(paths.orElse(domain));
    var names = new ArrayList<Optional<String>>();
    written.forEach(tree -> names.add(template.textOf(tree)));
    if (names.isEmpty()) {
      names.add(Optional.empty());
    }
    for (Optional<String> path : names) {
      String part = path.map(ApiDomain::cleaned).orElse("");
      String mapping = owner.id() + FunctionAlias.alphanumeric(part) + "BasePathMapping";
      Draft properties = template.add(mapping, type, owner, at).child("Properties").put(key, Intrinsics.ref(id, at))
          .put("RestApiId", Intrinsics.ref(api, at)).put("Stage", Intrinsics.ref(stage, at));
      path.ifPresent(_ -> properties.put("BasePath",
          domain.get("NormalizeBasePath").filter(Intrinsics::isFalse).isPresent() ? path.get() : part));
    }
  }

  /** A base path as SAM normalises it: letters and digits stay. */
  private static String cleaned(String path) {
    var kept = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private void accessAssociation(String id) {
    domain.mapping("AccessAssociation").ifPresent(written -> {
      Tree source = written.get("VpcEndpointId").orElse(written);
      String access = "DomainNameAccessAssociation" + Hash.of(source);
      template.addInstead(access, "AWS::ApiGateway::DomainNameAccessAssociation", owner, at).child("Properties")
          .put("Tags", Tags.propagated(owner)).put("DomainNameArn", Intrinsics.ref(id, at))
          .put("AccessAssociationSource", source).put("AccessAssociationSourceType", "VPCE");
    });
  }

  /** The domain of an HTTP or WebSocket API and the mapping of its base paths. */
  void expandHttp(String api, String stage) {
    if (isMissing()) {
      return;
    }
    String id = "ApiGatewayDomainNameV2" + Hash.of(name());
    String createdBy = owner.type().endsWith("WebSocketApi") ? "websocketapi:createdBy" : "httpapi:createdBy";
    Optional<Tree> type = domain.get("EndpointConfiguration");
    if (type.flatMap(Intrinsics::textOf).filter(text -> !text.equals("REGIONAL")).isPresent()) {
      template.error(owner, at, "EndpointConfiguration of Domain needs to be 'REGIONAL'");
      return;
    }
    Draft properties = template.addInstead(id, "AWS::ApiGatewayV2::DomainName", owner, at).child("Properties")
        .put("DomainName", name());
    Draft configuration = Draft.at(at).take(domain, "CertificateArn").put("EndpointType", "REGIONAL").take(domain,
        "OwnershipVerificationCertificateArn", "SecurityPolicy", "IpAddressType");
    properties.put("DomainNameConfigurations", Intrinsics.list(at, configuration.build()));
    mutualTls(properties);
    properties.put("Tags",
        owner.type().endsWith("WebSocketApi")
            ? HttpApiResource.propagatedTags(owner, createdBy)
            : HttpApiResource.tags(owner, createdBy));
    template.references().define(api, "DomainName", id);
    apiMappings(api, stage, id);
    records(id, "REGIONAL");
  }

  private void apiMappings(String api, String stage, String id) {
    Optional<Tree> paths = domain.get("BasePath");
    List<Tree> written = unset(paths) ? List.of() : Intrinsics.items(paths.orElse(domain));
    var names = new ArrayList<Optional<String>>();
    written.forEach(tree -> names.add(template.textOf(tree)));
    if (names.isEmpty()) {
      names.add(Optional.empty());
    }
    for (Optional<String> path : names) {
      String part = path.map(ApiDomain::httpPath).orElse("");
      Draft properties = template
          .add(owner.id() + FunctionAlias.alphanumeric(part) + "ApiMapping", "AWS::ApiGatewayV2::ApiMapping", owner, at)
          .child("Properties").put("ApiId", Intrinsics.ref(api, at)).put("DomainName", Intrinsics.ref(id, at))
          .put("Stage", Intrinsics.ref(stage, at));
      path.ifPresent(_ -> properties.put("ApiMappingKey", part));
    }
  }

  private static String httpPath(String path) {
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') {
      from++;
    }
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(from, to);
  }

  private void records(String id, String type) {
    Optional<Tree> route = domain.get("Route53").filter(tree -> !Intrinsics.isNull(tree));
    if (route.isEmpty()) {
      return;
    }
    if (!(route.get() instanceof Tree.Mapping written)) {
      template.error(owner, at, "Route53 of Domain is no object; no record is made");
      return;
    }
    Optional<Tree> zone = written.get("HostedZoneId").or(() -> written.get("HostedZoneName"));
    if (zone.isEmpty()) {
      template.error(owner, at, "Route53 of Domain needs HostedZoneId or HostedZoneName; no record is made");
      return;
    }
    String group = "RecordSetGroup" + Hash.of(zone.get());
    Draft properties = template.generatedResource(group).map(draft -> draft.child("Properties"))
        .orElseGet(() -> template.add(group, "AWS::Route53::RecordSetGroup", owner, at).child("Properties")
            .take(written, "HostedZoneId").take(written,
                owner.type().equals("AWS::Serverless::Api") || !written.has("HostedZoneId")
                    ? "HostedZoneName"
                    : "HostedZoneId"));
    var records = new ArrayList<Tree>();
    properties.get("RecordSets").ifPresent(tree -> records.addAll(Intrinsics.items(tree)));
    records.add(record("A", written, id, type));
    if (written.get("IpV6").filter(Intrinsics::isTrue).isPresent()) {
      records.add(record("AAAA", written, id, type));
    }
    properties.put("RecordSets", Intrinsics.list(at, records));
  }

  private Tree record(String kind, Tree.Mapping route, String id, String type) {
    Draft target = Draft.at(at);
    if (type.equals("EDGE")) {
      target.put("HostedZoneId", CLOUDFRONT_ZONE).put("DNSName",
          route.get("DistributionDomainName").orElseGet(() -> Intrinsics.attribute(id, "DistributionDomainName", at)));
    } else if (type.equals("PRIVATE")) {
      target.takeAs("HostedZoneId", route, "VpcEndpointHostedZoneId").takeAs("DNSName", route, "VpcEndpointDomainName");
    } else {
      target.put("HostedZoneId", Intrinsics.attribute(id, "RegionalHostedZoneId", at)).put("DNSName",
          Intrinsics.attribute(id, "RegionalDomainName", at));
    }
    target.take(route, "EvaluateTargetHealth");
    return Draft.at(at).put("Name", name()).put("Type", kind).put("AliasTarget", target)
        .take(route, "Region", "SetIdentifier").build();
  }
}
