"""Random SAM templates: every type of event, authorization, policies, Globals and conditions."""

import random

CONDITIONS = {
    "C1": {"Fn::Equals": [{"Ref": "AWS::Region"}, "x"]},
    "C2": {"Fn::Equals": [{"Ref": "AWS::AccountId"}, "1"]},
}
AUTHORIZER = "arn:aws:lambda:us-east-1:1:function:f"
ROLE = "arn:aws:iam::1:role/r"
NO_VALUE = {"Ref": "AWS::NoValue"}
DLQ = [{"Type": "SQS"}, {"Arn": "arn:q"}]
EVENTS = [
    "Api", "Api", "HttpApi", "HttpApi", "S3", "SNS", "SQS", "Kinesis", "DynamoDB", "Schedule", "ScheduleV2",
    "CloudWatchEvent", "EventBridgeRule", "CloudWatchLogs", "IoTRule", "AlexaSkill", "Cognito", "MQ", "MSK",
    "SelfManagedKafka", "DocumentDB",
]


class Generator:
    """One template after another from one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def some(self, chance):
        return self.random.random() < chance

    def one(self, *choices):
        return self.random.choice(choices)

    def template(self):
        self.resources = {"B": {"Type": "AWS::S3::Bucket"}, "T": {"Type": "AWS::SNS::Topic"},
                          "Q": {"Type": "AWS::SQS::Queue"}, "P": {"Type": "AWS::Cognito::UserPool"}}
        self.rest, self.rest_default = [], None
        self.http, self.http_default = [], None
        self.taken = set()
        template = {"Transform": "AWS::Serverless-2016-10-31", "Conditions": CONDITIONS, "Resources": self.resources}
        if self.some(0.7):
            self.rest_api()
        if self.some(0.6):
            self.http_api()
        if self.some(0.4):
            template["Globals"] = {"Function": {"Runtime": "python3.12", "Timeout": 3, "Tags": {"g": "1"},
                                                "Environment": {"Variables": {"A": "1"}}}}
        if self.some(0.2):
            template.setdefault("Globals", {})["Api"] = {"Auth": {"ApiKeyRequired": True}}
        for number in range(self.random.randint(1, 3)):
            self.function(number)
        if self.some(0.3):
            self.machine()
        return template

    def rest_api(self):
        request = {"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}, "FunctionPayloadType": "REQUEST", "Identity": {
            "Headers": ["H"], "QueryStrings": ["q"], "ReauthorizeEvery": self.one(0, 30)}}
        all_authorizers = {"Cog": {"UserPoolArn": "arn:aws:cognito-idp:us-east-1:1:userpool/x"},
                           "Tok": {"FunctionArn": AUTHORIZER}, "Req": request}
        auth = {}
        if self.some(0.6):
            chosen = {name: value for name, value in all_authorizers.items() if self.some(0.6)}
            self.rest = list(chosen)
            if chosen:
                auth["Authorizers"] = chosen
                if self.some(0.6):
                    self.rest_default = self.one(*self.rest)
        if not self.rest_default and self.some(0.3):
            self.rest_default = "AWS_IAM"
        if self.rest_default:
            auth["DefaultAuthorizer"] = self.rest_default
        if self.some(0.3):
            auth["ApiKeyRequired"] = True
        if self.some(0.2):
            auth["AddDefaultAuthorizerToCorsPreflight"] = False
        if self.some(0.3):
            auth["ResourcePolicy"] = self.one(
                {"IpRangeWhitelist": ["1.2.3.4"]}, {"AwsAccountWhitelist": ["1"]},
                {"SourceVpcWhitelist": ["vpc-1", "vpce-2"]},
                {"AwsAccountBlacklist": ["2"], "IpRangeBlacklist": ["5.6.7.8"]},
                {"CustomStatements": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
                                       "Resource": "*"}]})
        if self.some(0.2):
            auth["UsagePlan"] = {"CreateUsagePlan": self.one("PER_API", "SHARED", "NONE")}
        properties = {"StageName": self.one("Prod", "dev", {"Ref": "AWS::StackName"})}
        if auth:
            properties["Auth"] = auth
        self.maybe(properties, 0.4, "Cors", "'*'",
                   {"AllowOrigin": "'https://x'", "AllowHeaders": "'a'", "MaxAge": "'600'"},
                   {"AllowMethods": "'GET'", "AllowCredentials": True, "AllowOrigin": "'https://y'"})
        self.maybe(properties, 0.3, "OpenApiVersion", "3.0.1")
        self.maybe(properties, 0.2, "EndpointConfiguration", "REGIONAL",
                   {"Type": "PRIVATE", "VPCEndpointIds": ["vpce-1"]})
        self.maybe(properties, 0.2, "GatewayResponses", {"DEFAULT_4XX": {
            "StatusCode": 400, "ResponseParameters": {"Headers": {"X": "'y'"}}}})
        self.maybe(properties, 0.2, "BinaryMediaTypes", ["image~1png"])
        self.maybe(properties, 0.2, "DisableExecuteApiEndpoint", True)
        self.maybe(properties, 0.2, "Tags", {"k": "v"})
        self.resources["Rest"] = {"Type": "AWS::Serverless::Api", "Properties": properties}
        if self.some(0.2):
            self.resources["Rest"]["Condition"] = "C1"

    def maybe(self, properties, chance, key, *choices):
        if self.some(chance):
            properties[key] = self.one(*choices)

    def http_api(self):
        auth = {}
        if self.some(0.6):
            auth["Authorizers"] = {
                "J": {"JwtConfiguration": {"issuer": "i", "audience": ["a"]}, "AuthorizationScopes": ["z"],
                      "IdentitySource": "$request.header.A"},
                "L": {"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}, "AuthorizerPayloadFormatVersion": "2.0",
                      "EnableSimpleResponses": self.one(True, False),
                      "EnableFunctionDefaultPermissions": self.one(True, False)}}
            self.http = ["J", "L"]
            if self.some(0.5):
                self.http_default = auth["DefaultAuthorizer"] = self.one("J", "L")
        if self.some(0.3):
            auth["EnableIamAuthorizer"] = True
            self.http = self.http + ["AWS_IAM"]
        properties = {"Auth": auth} if auth else {}
        self.maybe(properties, 0.4, "CorsConfiguration", True,
                   {"AllowOrigins": ["https://x"], "AllowCredentials": True})
        self.maybe(properties, 0.3, "StageName", "live")
        self.maybe(properties, 0.2, "Tags", {"a": "b"})
        self.maybe(properties, 0.2, "Description", "d")
        self.resources["Http"] = {"Type": "AWS::Serverless::HttpApi", "Properties": properties}

    def function(self, number):
        properties = {"CodeUri": "s3://b/k", "Handler": "a.b", "Runtime": "python3.12"}
        self.maybe(properties, 0.3, "AutoPublishAlias", "live")
        self.maybe(properties, 0.3, "Tracing", "Active", "PassThrough", "Disabled")
        self.maybe(properties, 0.2, "VpcConfig", {"SubnetIds": ["s"], "SecurityGroupIds": ["g"]})
        self.maybe(properties, 0.2, "DeadLetterQueue", {"Type": self.one("SQS", "SNS"), "TargetArn": "arn:x"})
        self.maybe(properties, 0.3, "EventInvokeConfig", {"DestinationConfig": {
            "OnSuccess": self.one({"Type": "SQS"}, {"Type": "SNS"}, {"Type": "Lambda", "Destination": "arn:l"},
                                  {"Type": "EventBridge", "Destination": "arn:e"}),
            "OnFailure": self.one({"Type": "SQS", "Destination": "arn:q"}, {"Type": "S3Bucket", "Destination": "arn:s3"})}})
        if self.some(0.6):
            properties["Policies"] = self.random.sample([
                "AmazonS3FullAccess", {"DynamoDBCrudPolicy": {"TableName": {"Ref": "T"}}},
                {"S3ReadPolicy": {"BucketName": "b"}},
                {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]},
                "arn:aws:iam::aws:policy/X", {"VPCAccessPolicy": {}},
                {"Fn::If": ["C1", "AmazonS3FullAccess", NO_VALUE]}, {"SQSPollerPolicy": {"QueueName": "q"}},
            ], self.random.randint(1, 4))
        self.maybe(properties, 0.15, "Role", ROLE, {"Fn::If": ["C1", ROLE, NO_VALUE]})
        self.maybe(properties, 0.2, "PermissionsBoundary", "arn:pb")
        self.maybe(properties, 0.2, "RolePath", "/x/")
        self.maybe(properties, 0.2, "PropagateTags", True)
        self.maybe(properties, 0.3, "Tags", {"t": "1"})
        self.maybe(properties, 0.3, "FunctionUrlConfig", {"AuthType": self.one("NONE", "AWS_IAM")})
        self.maybe(properties, 0.1, "DurableConfig", {"ExecutionTimeout": 60})
        events = {}
        for event in range(self.random.randint(0, 5)):
            kind = self.one(*EVENTS)
            if kind == "Cognito" and kind in self.taken:
                continue
            events[f"E{event}"] = {"Type": kind, "Properties": self.event(kind, f"{number}_{event}")}
        if events:
            properties["Events"] = events
        self.resources[f"F{number}"] = {"Type": "AWS::Serverless::Function", "Properties": properties}
        if self.some(0.3):
            self.resources[f"F{number}"]["Condition"] = self.one("C1", "C2")

    def event(self, kind, key):
        if kind == "Api":
            return self.rest_event(key)
        if kind == "HttpApi":
            return self.http_event(key)
        if kind == "S3":
            return {"Bucket": {"Ref": "B"}, "Events": self.one("s3:ObjectCreated:*",
                                                               ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"])}
        if kind in ("Kinesis", "DynamoDB"):
            properties = {"Stream": "arn:s", "StartingPosition": "LATEST"}
            self.maybe(properties, 0.5, "DestinationConfig", {"OnFailure": {
                "Type": self.one("SQS", "SNS", "S3"), "Destination": "arn:d"}})
            return properties
        if kind in ("Schedule", "ScheduleV2", "CloudWatchEvent", "EventBridgeRule"):
            return self.timed_event(kind, key)
        if kind == "Cognito":
            self.taken.add(kind)
            return {"UserPool": {"Ref": "P"}, "Trigger": self.one("PreSignUp", ["PostConfirmation", "CustomSMSSender"])}
        secret = [{"Type": "BASIC_AUTH", "URI": "arn:s"}]
        network = [{"Type": "VPC_SUBNET", "URI": "subnet:s"}, {"Type": "VPC_SECURITY_GROUP", "URI": "security_group:g"}]
        return {
            "SNS": {"Topic": {"Ref": "T"}},
            "SQS": {"Queue": {"Fn::GetAtt": ["Q", "Arn"]}, "BatchSize": 5},
            "CloudWatchLogs": {"LogGroupName": "g", "FilterPattern": "p"},
            "IoTRule": {"Sql": "SELECT *"},
            "AlexaSkill": {"SkillId": "s"} if self.some(0.5) else {},
            "MQ": {"Broker": "arn:b", "Queues": ["q"], "SourceAccessConfigurations": secret},
            "MSK": {"Stream": "arn:m", "Topics": ["t"], "StartingPosition": "LATEST"},
            "SelfManagedKafka": {
                "KafkaBootstrapServers": ["a:1"], "Topics": ["t"],
                "SourceAccessConfigurations": [{"Type": "SASL_SCRAM_512_AUTH", "URI": "arn:s"}]
                + (network if self.some(0.5) else [])},
            "DocumentDB": {"Cluster": "arn:c", "DatabaseName": "d", "SourceAccessConfigurations": secret},
        }[kind]

    def rest_event(self, key):
        properties = {"Path": f"/p{key}/" + self.one("{id}", "{proxy+}"), "Method": self.one("get", "POST", "any")}
        if "Rest" in self.resources and self.some(0.7):
            properties["RestApiId"] = {"Ref": "Rest"}
            auth = {}
            if self.rest and self.some(0.5):
                auth["Authorizer"] = self.one(*self.rest)
                self.maybe(auth, 0.2, "AuthorizationScopes", ["s1"])
            elif self.rest_default and self.some(0.3):
                auth["Authorizer"] = "NONE"
            elif self.some(0.2):
                auth["Authorizer"] = "AWS_IAM"
                self.maybe(auth, 0.5, "InvokeRole", "NONE", "CALLER_CREDENTIALS", ROLE)
            self.maybe(auth, 0.3, "ApiKeyRequired", True)
            if auth:
                properties["Auth"] = auth
        self.maybe(properties, 0.2, "RequestParameters", [
            "method.request.header.X", {"method.request.querystring.y": {"Required": True, "Caching": True}}])
        return properties

    def http_event(self, key):
        properties = {}
        if self.some(0.8) or "$default" in self.taken:
            properties = {"Path": f"/h{key}/" + self.one("{id}", "{rest+}", "{proxy+}"),
                          "Method": self.one("get", "POST", "any", "options")}
        else:
            self.taken.add("$default")
        if "Http" in self.resources and self.some(0.7):
            properties["ApiId"] = {"Ref": "Http"}
            if self.http and self.some(0.5):
                properties["Auth"] = {"Authorizer": self.one(*self.http)}
            elif self.http_default and self.some(0.4):
                properties["Auth"] = {"Authorizer": "NONE"}
        self.maybe(properties, 0.2, "PayloadFormatVersion", "1.0")
        self.maybe(properties, 0.2, "TimeoutInMillis", 1000)
        self.maybe(properties, 0.15, "RouteSettings", {"ThrottlingBurstLimit": 5})
        return properties

    def timed_event(self, kind, key):
        if kind == "Schedule":
            properties = {"Schedule": "rate(1 day)"}
            self.maybe(properties, 0.3, "Enabled", True, False)
            self.maybe(properties, 0.3, "DeadLetterConfig", *DLQ)
        elif kind == "ScheduleV2":
            properties = {"ScheduleExpression": "rate(1 day)"}
            self.maybe(properties, 0.3, "DeadLetterConfig", *DLQ)
            self.maybe(properties, 0.3, "RoleArn", ROLE)
            self.maybe(properties, 0.2, "OmitName", True)
            if "RoleArn" not in properties:
                self.maybe(properties, 0.2, "PermissionsBoundary", "arn:pb2")
        else:
            properties = {"Pattern": {"source": ["x"]}}
            self.maybe(properties, 0.3, "EventBusName", "bus")
            self.maybe(properties, 0.3, "DeadLetterConfig", {
                "Type": "SQS", "QueueLogicalId": "DLQ" + key.replace("_", "x")})
            self.maybe(properties, 0.3, "RetryPolicy", {"MaximumRetryAttempts": 2})
            self.maybe(properties, 0.3, "InputPath", "$.x")
            if kind == "EventBridgeRule":
                self.maybe(properties, 0.3, "State", "DISABLED")
                self.maybe(properties, 0.3, "Target", {"Id": "own"})
        return properties

    def machine(self):
        properties = {"Definition": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}}
        if self.some(0.3):
            properties["Role"] = ROLE
        else:
            self.maybe(properties, 0.7, "Policies", ["AmazonS3FullAccess"],
                       [{"LambdaInvokePolicy": {"FunctionName": {"Ref": "F0"}}}, "AmazonS3FullAccess"])
        self.maybe(properties, 0.3, "Tracing", {"Enabled": True})
        events = {}
        self.maybe(events, 0.5, "A", {"Type": "Api", "Properties": {"Path": "/sm", "Method": "post"}})
        self.maybe(events, 0.4, "S", {"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)"}})
        self.maybe(events, 0.4, "V", {"Type": "ScheduleV2", "Properties": {"ScheduleExpression": "rate(1 day)"}})
        self.maybe(events, 0.4, "R", {"Type": "EventBridgeRule", "Properties": {"Pattern": {"source": ["y"]}}})
        if events:
            properties["Events"] = events
        self.resources["SM"] = {"Type": "AWS::Serverless::StateMachine", "Properties": properties}


def templates(count, seed):
    """Names and templates."""
    generator = Generator(seed)
    for number in range(count):
        yield f"generated{number:04}", generator.template()
