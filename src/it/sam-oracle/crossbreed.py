"""SAM templates bred from others: properties, events and resources change places, values become intrinsics."""

import copy
import random

NO_VALUE = {"Ref": "AWS::NoValue"}
SECTIONS = {
    "Function": ["Handler", "Runtime", "DeadLetterQueue", "MemorySize", "Timeout", "VpcConfig", "Environment", "Tags",
                 "PropagateTags", "Tracing", "KmsKeyArn", "AutoPublishAlias", "Layers", "DeploymentPreference", "RolePath",
                 "PermissionsBoundary", "ProvisionedConcurrencyConfig", "AssumeRolePolicyDocument", "EventInvokeConfig",
                 "Architectures", "SnapStart", "FunctionUrlConfig", "LoggingConfig", "DurableConfig"],
    "Api": ["Auth", "Name", "CacheClusterEnabled", "Variables", "EndpointConfiguration", "MethodSettings",
            "BinaryMediaTypes", "Cors", "GatewayResponses", "AccessLogSetting", "CanarySetting", "TracingEnabled",
            "OpenApiVersion", "Domain", "PropagateTags", "MergeDefinitions"],
    "HttpApi": ["Auth", "AccessLogSettings", "StageVariables", "Tags", "CorsConfiguration", "DefaultRouteSettings",
                "Domain", "RouteSettings", "FailOnWarnings", "PropagateTags"],
    "SimpleTable": ["SSESpecification"], "StateMachine": ["PropagateTags"],
}


def is_intrinsic(value):
    return isinstance(value, dict) and len(value) == 1 and (
        next(iter(value)).startswith("Fn::") or next(iter(value)) in ("Ref", "Condition"))


class Breeder:
    """Endless descendants of the given templates (name -> template) from one seed."""

    def __init__(self, parents, seed):
        self.random = random.Random(seed)
        self.parents = [parents[name] for name in sorted(parents)]
        self.owners, self.events = {}, []
        for parent in self.parents:
            for resource in parent.get("Resources", {}).values():
                if isinstance(resource, dict) and isinstance(resource.get("Properties"), dict):
                    self.owners.setdefault(resource.get("Type"), []).append(resource["Properties"])
                    events = resource["Properties"].get("Events")
                    if isinstance(events, dict):
                        self.events += [(resource["Type"], name, event) for name, event in events.items()]

    def some(self, chance):
        return self.random.random() < chance

    def template(self):
        template = copy.deepcopy(self.random.choice(self.parents))
        template["Conditions"] = dict(template.get("Conditions") or {}, BredA={"Fn::Equals": [{"Ref": "AWS::Region"}, "x"]},
                                      BredB={"Fn::Equals": [{"Ref": "AWS::AccountId"}, "1"]})
        if self.some(0.4):
            self.join(template, copy.deepcopy(self.random.choice(self.parents)))
        for _ in range(self.random.randint(2, 8)):
            resources = [one for one in template["Resources"].values()
                         if isinstance(one, dict) and str(one.get("Type")).startswith("AWS::Serverless::")]
            if not resources:
                break
            resource = self.random.choice(resources)
            if not isinstance(resource.get("Properties"), dict):
                continue
            self.random.choice([self.wrap, self.wrap, self.drop, self.borrow, self.borrow, self.borrow_event,
                                self.borrow_event, self.attribute, self.globalise])(template, resource)
        return template

    @staticmethod
    def join(template, other):
        for section in ("Parameters", "Conditions", "Mappings", "Resources"):
            template[section] = dict(other.get(section) or {}, **(template.get(section) or {}))
        if not template.get("Globals") and other.get("Globals"):
            template["Globals"] = other["Globals"]
        for section in ("Parameters", "Mappings"):
            if not template[section]:
                del template[section]

    def places(self, properties, depth=0):
        """Every (container, key) below the properties."""
        for key, value in list(properties.items()) if isinstance(properties, dict) else list(enumerate(properties)):
            yield properties, key
            if isinstance(value, (dict, list)) and not is_intrinsic(value) and depth < 6:
                yield from self.places(value, depth + 1)

    def wrap(self, _, resource):
        """A value becomes an intrinsic that yields it, or nothing, or another."""
        places = [place for place in self.places(resource["Properties"]) if "DefinitionBody" not in str(place[1])]
        if not places:
            return
        container, key = self.random.choice(places)
        value = container[key]
        choices = [{"Fn::If": ["BredA", value, NO_VALUE]}, {"Fn::If": ["BredB", NO_VALUE, value]},
                   {"Fn::If": ["BredA", value, copy.deepcopy(value)]}]
        if isinstance(value, str):
            choices += [{"Fn::Sub": value}, {"Ref": "AWS::StackName"}, {"Fn::Sub": "${AWS::StackName}-x"},
                        {"Fn::ImportValue": "x"}, {"Fn::GetAtt": ["Bred", "Arn"]}]
        if isinstance(value, (bool, int)):
            choices.append(str(value).lower())
        container[key] = self.random.choice(choices)

    def drop(self, _, resource):
        places = list(self.places(resource["Properties"]))
        if places:
            container, key = self.random.choice(places)
            del container[key]

    def borrow(self, _, resource):
        """A property of another resource of the same type."""
        other = self.random.choice(self.owners.get(resource["Type"]) or [{}])
        names = [name for name in other if name not in ("Events", "CodeUri", "InlineCode", "ImageUri", "PackageType")]
        if names:
            name = self.random.choice(names)
            resource["Properties"][name] = copy.deepcopy(other[name])

    def borrow_event(self, template, resource):
        fitting = [entry for entry in self.events if entry[0] == resource["Type"]]
        if not fitting:
            return
        _, name, event = self.random.choice(fitting)
        event = copy.deepcopy(event)
        events = resource["Properties"].setdefault("Events", {})
        if not isinstance(events, dict) or is_intrinsic(events):
            return
        properties = event.get("Properties") if isinstance(event, dict) else None
        if isinstance(properties, dict):
            for key, kind in (("RestApiId", "AWS::Serverless::Api"), ("ApiId", "AWS::Serverless::HttpApi")):
                known = [one for one, value in template["Resources"].items()
                         if isinstance(value, dict) and value.get("Type") == kind]
                if known and event.get("Type") in ("Api", "HttpApi") and (key in properties or self.some(0.3)):
                    if (event["Type"] == "Api") == (key == "RestApiId"):
                        properties[key] = {"Ref": self.random.choice(known)}
        events[name + "Bred"] = event

    def attribute(self, _, resource):
        key, value = self.random.choice([
            ("Condition", "BredA"), ("Condition", "BredB"), ("DeletionPolicy", "Retain"), ("DeletionPolicy", "Delete"),
            ("UpdateReplacePolicy", "Retain"), ("Metadata", {"bred": {"a": ["b"]}}), ("DependsOn", "Bred"),
            ("DependsOn", ["Bred", "Other"]), ("IgnoreGlobals", "*"), ("IgnoreGlobals", ["Timeout", "Tags", "Auth"])])
        resource[key] = value

    def globalise(self, template, resource):
        section = resource["Type"].rsplit("::", 1)[1]
        names = [name for name in resource["Properties"] if name in SECTIONS.get(section, [])]
        if names:
            name = self.random.choice(names)
            take = resource["Properties"].pop if self.some(0.5) else resource["Properties"].get
            template.setdefault("Globals", {}).setdefault(section, {})[name] = copy.deepcopy(take(name))


def bred(parents, count, seed):
    """Names and templates."""
    breeder = Breeder(parents, seed)
    for number in range(count):
        yield f"bred{number:04}", breeder.template()
