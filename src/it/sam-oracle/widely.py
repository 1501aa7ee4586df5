"""Random SAM templates that use every resource type and, between them, every property of the types and events."""

import copy
import json
import os

import samtranslator

from generate import AUTHORIZER, CONDITIONS, NO_VALUE, ROLE, Generator

CERTIFICATE = "arn:aws:acm:us-east-1:1:certificate/c"
CHOICE = {"Fn::If": ["C1", "a", "b"]}
IMPORTED = {"Fn::ImportValue": {"Fn::Sub": "${AWS::StackName}-x"}}
MAPPED = {"Fn::FindInMap": ["M", {"Ref": "AWS::Region"}, "k"]}
PROFILES = os.path.join(os.path.dirname(samtranslator.__file__), "model/connector_profiles/profiles.json")
ANY = [CHOICE, IMPORTED, {"Ref": "Given"}, {"Ref": "Free"}, {"Fn::Sub": "${Given}-${AWS::Region}-${B}"},
       {"Fn::Sub": ["${x}-${Free}", {"x": {"Fn::GetAtt": ["B", "Arn"]}}]}, MAPPED,
       {"Fn::Join": ["-", ["a", {"Ref": "Free"}]]}, {"Fn::Select": [0, {"Fn::Split": [",", "a,b"]}]}]
DOMAIN_ROUTE = [{"HostedZoneId": "Z1", "IpV6": True}, {"HostedZoneName": "x.com.", "EvaluateTargetHealth": True},
                {"HostedZoneId": {"Ref": "Given"}, "Region": "us-east-1", "SetIdentifier": "s"}]
RESOURCE_POLICIES = [
    {"IpRangeWhitelist": ["1.2.3.4"], "IpRangeBlacklist": ["5.6.7.8", "9.9.9.9"]}, {"AwsAccountWhitelist": ["1", "2"]},
    {"AwsAccountBlacklist": ["3"]}, {"SourceVpcWhitelist": ["vpc-1", "vpce-2"], "SourceVpcBlacklist": ["vpce-3"]},
    {"IntrinsicVpcWhitelist": [{"Ref": "Free"}], "IntrinsicVpceBlacklist": [{"Ref": "Given"}]},
    {"IntrinsicVpceWhitelist": [{"Ref": "Given"}], "IntrinsicVpcBlacklist": ["vpc-9"]},
    {"CustomStatements": {"Effect": "Allow", "Principal": {"AWS": "1"}, "Action": "execute-api:Invoke", "Resource": "*"}},
    {"CustomStatements": [{"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
                           "Condition": {"Bool": {"aws:SecureTransport": "false"}}}], "IpRangeWhitelist": [{"Ref": "Given"}]}]
FUNCTION = {
    "AutoPublishAlias": ["live", {"Ref": "Given"}], "AutoPublishAliasAllProperties": [True], "VersionDescription": ["v", CHOICE],
    "AutoPublishCodeSha256": ["6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"],
    "ProvisionedConcurrencyConfig": [{"ProvisionedConcurrentExecutions": 2}], "SnapStart": [{"ApplyOn": "PublishedVersions"}],
    "EphemeralStorage": [{"Size": 1024}], "LoggingConfig": [{"LogFormat": "JSON", "LogGroup": CHOICE}],
    "FileSystemConfigs": [[{"Arn": "arn:fs", "LocalMountPath": "/mnt/x"}]], "Layers": [["arn:l1", {"Ref": "Layer"}], [IMPORTED]],
    "ReservedConcurrentExecutions": [3, {"Ref": "Free"}], "KmsKeyArn": ["arn:kms", IMPORTED], "SourceKMSKeyArn": ["arn:kms2"],
    "RuntimeManagementConfig": [{"UpdateRuntimeOn": "Auto"}], "RecursiveLoop": ["Allow", "Terminate"],
    "VersionDeletionPolicy": ["Delete", "Retain"], "Description": ["d", CHOICE], "FunctionName": ["n", {"Fn::Sub": "${AWS::StackName}-n"}],
    "AssumeRolePolicyDocument": [{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                                                        "Principal": {"Service": "edgelambda.amazonaws.com"}}]}],
    "FunctionUrlConfig": [
        {"AuthType": "NONE", "Cors": {"AllowOrigins": ["*"], "AllowMethods": ["GET"]}, "InvokeMode": "RESPONSE_STREAM"},
        {"AuthType": {"Ref": "Given"}}, {"AuthType": "AWS_IAM", "Cors": CHOICE}],
    "Environment": [{"Variables": {"A": {"Ref": "B"}, "C": CHOICE}}], "Architectures": [["arm64"], [{"Ref": "Given"}]],
    "CodeSigningConfigArn": ["arn:csc"], "Tags": [{"t": "1"}, {"t": CHOICE, "u": {"Ref": "Free"}}], "PropagateTags": [True, False],
    "Tracing": ["Active", {"Ref": "Given"}, {"Fn::If": ["C1", "Active", "PassThrough"]}],
    "VpcConfig": [{"SubnetIds": ["s"], "SecurityGroupIds": ["g"]}, {"Fn::If": ["C1", {"SubnetIds": ["s"]}, NO_VALUE]}, NO_VALUE],
    "DeadLetterQueue": [{"Type": "SQS", "TargetArn": {"Fn::GetAtt": ["Q", "Arn"]}}, {"Type": "SNS", "TargetArn": {"Ref": "T"}}],
    "Role": [ROLE, {"Fn::GetAtt": ["R", "Arn"]}, {"Fn::If": ["C1", {"Fn::GetAtt": ["R", "Arn"]}, NO_VALUE]},
             {"Fn::If": ["C2", NO_VALUE, {"Fn::Sub": "arn:${AWS::Partition}:iam::1:role/x"}]}, {"Fn::If": ["C1", ROLE, ROLE + "2"]}, IMPORTED],
    "PermissionsBoundary": ["arn:pb", {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/pb"}], "RolePath": ["/x/"],
    "DurableConfig": [{"ExecutionTimeout": 60, "RetentionPeriodInDays": 3}],
    "TenancyConfig": [{"TenantIsolationMode": "PER_TENANT"}],
    "CapacityProviderConfig": [{"Arn": "arn:cp"}, {"Arn": {"Fn::GetAtt": ["Capacity", "Arn"]}, "PerExecutionEnvironmentMaxConcurrency": 2}],
    "FunctionScalingConfig": [{"MinExecutionEnvironments": 1}], "PublishToLatestPublished": [True],
    "EventInvokeConfig": [
        {"MaximumEventAgeInSeconds": 60, "MaximumRetryAttempts": 1},
        {"DestinationConfig": {"OnSuccess": {"Type": "SNS", "Destination": {"Fn::If": ["C1", {"Ref": "T"}, NO_VALUE]}}}},
        {"DestinationConfig": {"OnFailure": {"Type": "S3Bucket", "Destination": {"Fn::GetAtt": ["B", "Arn"]}},
                               "OnSuccess": {"Type": "SQS", "Destination": {"Fn::If": ["C2", {"Fn::GetAtt": ["Q", "Arn"]}, NO_VALUE]}}}}],
    "DeploymentPreference": [
        {"Type": "Canary10Percent5Minutes", "Alarms": ["a", {"Ref": "Free"}], "Hooks": {"PreTraffic": {"Ref": "F1"}, "PostTraffic": {"Ref": "F1"}}},
        {"Type": {"Ref": "Given"}, "Role": ROLE, "TriggerConfigurations": [{"TriggerEvents": ["DeploymentSuccess"], "TriggerTargetArn": {"Ref": "T"}, "TriggerName": "t"}]},
        {"Type": {"Fn::If": ["C1", "AllAtOnce", "Linear10PercentEvery1Minute"]}, "PassthroughCondition": True,
         "Alarms": {"Fn::If": ["C1", ["a"], ["b", "c"]]}},
        {"Enabled": False, "Type": "AllAtOnce"}, {"Enabled": {"Ref": "Free"}, "Type": "AllAtOnce"}],
}
REST = {
    "Name": ["n", CHOICE], "Description": ["d"], "Cors": ["'*'", CHOICE, {"AllowOrigin": "'https://x'", "AllowCredentials": True},
                                                         {"AllowOrigin": {"Fn::Sub": "'${Free}'"}, "AllowMethods": "'GET,POST'", "MaxAge": "'1'"}],
    "OpenApiVersion": ["3.0.1", "2.0"], "EndpointConfiguration": ["EDGE", {"Type": "PRIVATE", "VPCEndpointIds": [{"Ref": "Free"}]}, {"Type": "REGIONAL", "IpAddressType": "dualstack"}, {"Ref": "Given"}],
    "GatewayResponses": [{"UNAUTHORIZED": {"StatusCode": 401, "ResponseParameters": {"Headers": {"A": "'b'"}, "Paths": {"c": "'d'"}}, "ResponseTemplates": {"application/json": "{}"}}}],
    "BinaryMediaTypes": [["a~1b", "*~1*"]], "MinimumCompressionSize": [1000], "DisableExecuteApiEndpoint": [True, False, CHOICE],
    "Tags": [{"k": "v"}], "PropagateTags": [True], "Variables": [{"a": "b", "c": CHOICE}], "TracingEnabled": [True, CHOICE],
    "CacheClusterEnabled": [True], "CacheClusterSize": ["0.5"], "AccessLogSetting": [{"DestinationArn": "arn:l", "Format": "f"}],
    "CanarySetting": [{"PercentTraffic": 5, "StageVariableOverrides": {"a": "c"}}],
    "MethodSettings": [[{"HttpMethod": "*", "ResourcePath": "/*", "LoggingLevel": "INFO", "DataTraceEnabled": True}]],
    "Models": [{"User": {"type": "object", "properties": {"a": {"type": "string"}}}}], "FailOnWarnings": [True], "Mode": ["overwrite"],
    "ApiKeySourceType": ["AUTHORIZER"], "AlwaysDeploy": [True], "SecurityPolicy": ["TLS_1_2"], "EndpointAccessMode": ["STRICT"],
    "Policy": [{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}]}],
    "Domain": [{"DomainName": "x.com", "CertificateArn": CERTIFICATE, "Route53": DOMAIN_ROUTE[0], "EndpointConfiguration": "EDGE"},
               {"DomainName": {"Ref": "Given"}, "CertificateArn": {"Ref": "Free"}, "BasePath": ["a", "/b-c"], "SecurityPolicy": "TLS_1_2",
                "Route53": DOMAIN_ROUTE[2], "MutualTlsAuthentication": {"TruststoreUri": "s3://x/y", "TruststoreVersion": "1"}},
               {"DomainName": "y.com", "CertificateArn": CERTIFICATE, "EndpointConfiguration": "REGIONAL", "NormalizeBasePath": False,
                "BasePath": ["/x_y"], "OwnershipVerificationCertificateArn": CERTIFICATE, "Route53": DOMAIN_ROUTE[1]},
               {"DomainName": "p.com", "CertificateArn": CERTIFICATE, "EndpointConfiguration": "PRIVATE", "Policy": {"Statement": []},
                "AccessAssociation": {"VpcEndpointId": {"Ref": "Free"}},
                "Route53": {"HostedZoneId": "Z", "VpcEndpointDomainName": "v", "VpcEndpointHostedZoneId": "h"}}],
}
HTTP = {
    "CorsConfiguration": [True, {"AllowOrigins": ["https://x"], "AllowCredentials": True, "MaxAge": 5, "ExposeHeaders": ["e"], "AllowMethods": ["GET"], "AllowHeaders": ["h"]}, {"Fn::If": ["C1", {"AllowOrigins": ["*"]}, NO_VALUE]}],
    "StageName": ["live", {"Ref": "Given"}, {"Ref": "Free"}, "$default"], "StageVariables": [{"a": CHOICE}], "Tags": [{"a": "b"}, {"a": CHOICE}],
    "PropagateTags": [True], "Name": ["n", CHOICE], "Description": ["d"], "FailOnWarnings": [True, False], "DisableExecuteApiEndpoint": [True, CHOICE],
    "AccessLogSettings": [{"DestinationArn": "arn:l", "Format": "f"}], "DefaultRouteSettings": [{"ThrottlingBurstLimit": 5}],
    "RouteSettings": [{"GET /x": {"ThrottlingBurstLimit": 1}}],
    "Domain": [{"DomainName": "h.com", "CertificateArn": CERTIFICATE, "Route53": DOMAIN_ROUTE[0]},
               {"DomainName": {"Ref": "Free"}, "CertificateArn": CERTIFICATE, "BasePath": ["/a/b", "c"], "SecurityPolicy": "TLS_1_2",
                "MutualTlsAuthentication": {"TruststoreUri": "s3://x/y"}, "Route53": DOMAIN_ROUTE[1]}],
}
SOCKET = {
    "Name": ["n"], "StageName": ["dev", {"Ref": "Free"}], "Description": ["d"], "ApiKeySelectionExpression": ["$request.header.x"],
    "DisableExecuteApiEndpoint": [True], "DisableSchemaValidation": [True], "IpAddressType": ["dualstack"], "Tags": [{"a": "b"}], "PropagateTags": [True],
    "AccessLogSettings": [{"DestinationArn": "arn:l", "Format": "f"}], "DefaultRouteSettings": [{"ThrottlingBurstLimit": 5}],
    "RouteSettings": [{"$connect": {"ThrottlingBurstLimit": 1}}], "StageVariables": [{"a": "b"}],
    "Auth": [{"AuthType": "AWS_IAM"}, {"AuthType": "NONE"}, {"AuthType": "CUSTOM", "AuthArn": AUTHORIZER, "IdentitySource": ["route.request.header.A"], "Name": "n"},
             {"AuthType": "CUSTOM", "AuthArn": {"Fn::GetAtt": ["F0", "Arn"]}, "InvokeRole": ROLE}],
    "Domain": [HTTP["Domain"][0], {"DomainName": "w.com", "CertificateArn": CERTIFICATE, "BasePath": ["x"]}],
}
MACHINE = {
    "Name": ["n", CHOICE], "Type": ["EXPRESS", "STANDARD"], "Logging": [{"Destinations": [{"CloudWatchLogsLogGroup": {"LogGroupArn": "arn:l"}}], "Level": "ALL"}],
    "Tracing": [{"Enabled": True}, {"Enabled": CHOICE}], "Tags": [{"t": "1"}], "PropagateTags": [True], "PermissionsBoundary": ["arn:pb"], "RolePath": ["/r/"],
    "DefinitionSubstitutions": [{"x": {"Fn::GetAtt": ["F0", "Arn"]}}], "AutoPublishAlias": ["live"], "UseAliasAsEventTarget": [True],
    "Policies": ["AmazonS3FullAccess", [{"LambdaInvokePolicy": {"FunctionName": {"Ref": "F0"}}}], {"Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]},
                 [{"Fn::If": ["C1", {"SQSSendMessagePolicy": {"QueueName": "q"}}, NO_VALUE]}], [{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": CHOICE}]}]],
}
TABLE = {"PrimaryKey": [{"Name": "k", "Type": "Number"}], "ProvisionedThroughput": [{"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}], "TableName": [CHOICE],
         "SSESpecification": [{"SSEEnabled": True}, {"SSEEnabled": CHOICE}], "Tags": [{"a": "b"}], "PointInTimeRecoverySpecification": [{"PointInTimeRecoveryEnabled": True}]}
LAYER = {"LayerName": ["n", {"Ref": "Given"}, {"Ref": "Free"}], "Description": ["d"], "RetentionPolicy": ["Delete", "Retain", {"Ref": "Keep"}], "CompatibleRuntimes": [["python3.12"]],
         "CompatibleArchitectures": [["arm64"]], "LicenseInfo": ["MIT"], "PublishLambdaVersion": [True]}
CAPACITY = {"OperatorRole": [ROLE, {"Fn::GetAtt": ["R", "Arn"]}], "Tags": [{"a": "b"}], "PropagateTags": [True], "KmsKeyArn": ["arn:k"], "CapacityProviderName": ["n"],
            "InstanceRequirements": [{"Architectures": ["arm64"], "AllowedTypes": ["m7g.large"]}], "ScalingConfig": [{"MaxVCpuCount": 4, "AverageCPUUtilization": 70}]}
FILTER = {"Filters": [{"Pattern": "{}"}]}
EVENTS = {
    "S3": {"Filter": [{"S3Key": {"Rules": [{"Name": "prefix", "Value": "a"}]}}]},
    "SNS": {"FilterPolicy": [{"a": ["b"]}], "FilterPolicyScope": ["MessageBody"], "Region": ["eu-west-1", {"Ref": "AWS::Region"}], "RedrivePolicy": [{"deadLetterTargetArn": "arn:q"}],
            "SqsSubscription": [True, {"QueueArn": {"Fn::GetAtt": ["Q", "Arn"]}, "QueueUrl": {"Ref": "Q"}, "BatchSize": 3, "QueuePolicyLogicalId": "Own"}]},
    "SQS": {"FilterCriteria": [FILTER], "FunctionResponseTypes": [["ReportBatchItemFailures"]], "ScalingConfig": [{"MaximumConcurrency": 2}], "Enabled": [False, CHOICE], "MaximumBatchingWindowInSeconds": [3], "KmsKeyArn": ["arn:k"], "MetricsConfig": [{"Metrics": ["EventCount"]}]},
    "Kinesis": {"BisectBatchOnFunctionError": [True], "MaximumRetryAttempts": [3], "ParallelizationFactor": [2], "TumblingWindowInSeconds": [4], "FilterCriteria": [FILTER], "StartingPositionTimestamp": [5], "FunctionResponseTypes": [["ReportBatchItemFailures"]]},
    "DynamoDB": {"BisectBatchOnFunctionError": [True], "MaximumRecordAgeInSeconds": [70], "FilterCriteria": [FILTER], "Enabled": [True], "KmsKeyArn": ["arn:k"]},
    "MQ": {"BatchSize": [3], "FilterCriteria": [FILTER], "SecretsManagerKmsKeyId": ["k", {"Ref": "Free"}], "DynamicPolicyName": [True, False], "Enabled": [False]},
    "MSK": {"SourceAccessConfigurations": [[{"Type": "CLIENT_CERTIFICATE_TLS_AUTH", "URI": "arn:s"}]], "ConsumerGroupId": ["c"], "DestinationConfig": [{"OnFailure": {"Type": "SQS", "Destination": "arn:d"}}, {"OnFailure": {"Type": "Kafka", "Destination": "kafka://t"}}],
            "ProvisionedPollerConfig": [{"MinimumPollers": 1}], "SchemaRegistryConfig": [{"AccessConfigs": [{"Type": "BASIC_AUTH", "URI": "arn:s"}], "SchemaRegistryURI": "arn:aws:glue:us-east-1:1:registry/r", "EventRecordFormat": "JSON"}], "BatchSize": [4], "LoggingConfig": [{"SystemLogLevel": "INFO"}]},
    "SelfManagedKafka": {"ConsumerGroupId": ["c"], "FilterCriteria": [FILTER], "KmsKeyArn": ["arn:k"], "BatchSize": [4], "StartingPosition": ["LATEST"], "ProvisionedPollerConfig": [{"MinimumPollers": 1}]},
    "DocumentDB": {"CollectionName": ["c"], "FullDocument": ["UpdateLookup"], "SecretsManagerKmsKeyId": ["k"], "BatchSize": [4], "StartingPosition": ["LATEST"]},
    "Schedule": {"Name": ["n", CHOICE], "Description": ["d"], "Input": ["{}"], "RetryPolicy": [{"MaximumRetryAttempts": 2}], "State": ["DISABLED", CHOICE]},
    "ScheduleV2": {"Name": ["n", CHOICE], "Description": ["d"], "Input": ["{}"], "RetryPolicy": [{"MaximumRetryAttempts": 2}], "State": ["DISABLED"], "GroupName": ["g"], "KmsKeyArn": ["arn:k"],
                   "FlexibleTimeWindow": [{"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 5}], "ScheduleExpressionTimezone": ["UTC"], "StartDate": ["2026-01-01T00:00:00Z"], "EndDate": ["2027-01-01T00:00:00Z"]},
    "CloudWatchEvent": {"RuleName": ["r"], "Input": ["{}"], "State": ["ENABLED"], "Target": [{"Id": "t"}]},
    "EventBridgeRule": {"RuleName": ["r", CHOICE], "Input": ["{}"], "InputTransformer": [{"InputTemplate": "x", "InputPathsMap": {"a": "$.b"}}], "RetryPolicy": [{"MaximumEventAgeInSeconds": 90}]},
    "IoTRule": {"AwsIotSqlVersion": ["beta"]},
}
SCHEMA = "type Query { a(x: Int): String b: String } type Mutation { c: String }"
GRAPH_AUTH = [{"Type": "API_KEY"}, {"Type": "AWS_IAM"}, {"Type": "AMAZON_COGNITO_USER_POOLS", "UserPool": {"UserPoolId": {"Ref": "P"}}},
              {"Type": "OPENID_CONNECT", "OpenIDConnect": {"Issuer": "https://i", "ClientId": "c"}},
              {"Type": "AWS_LAMBDA", "LambdaAuthorizer": {"AuthorizerUri": {"Fn::GetAtt": ["F0", "Arn"]}, "AuthorizerResultTtlInSeconds": 5}}]


class WideGenerator(Generator):
    """One template after another from one seed."""

    def __init__(self, seed):
        super().__init__(seed)
        with open(PROFILES, encoding="utf-8") as file:
            self.profiles = json.load(file)["Permissions"]

    def some_of(self, pool, chance):
        return {key: copy.deepcopy(self.random.choice(values)) for key, values in pool.items() if self.some(chance)}

    def template(self):
        template = super().template()
        self.resources.update({"R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}},
                               "Layer": {"Type": "AWS::Serverless::LayerVersion", "Properties": dict(self.some_of(LAYER, 0.3), ContentUri="s3://b/l")}})
        template["Parameters"] = {"Given": {"Type": "String", "Default": "given"}, "Free": {"Type": "String"}, "Keep": {"Type": "String", "Default": "Retain"}}
        template["Mappings"] = {"M": {"ap-southeast-1": {"k": "v"}}}
        for make, chance in ((self.socket, 0.3), (self.graph, 0.25), (self.table, 0.3), (self.capacity, 0.2), (self.application, 0.15),
                             (self.connector, 0.6), (self.connector, 0.3), (self.wide_machine, 0.5), (self.own_document, 0.25)):
            if self.some(chance):
                make()
        for id, resource in list(self.resources.items()):
            self.widen(id, resource)
        self.globals(template)
        if self.some(0.15):
            self.loop(template)
        return template

    def widen(self, id, resource):
        pools = {"AWS::Serverless::Function": FUNCTION, "AWS::Serverless::Api": REST, "AWS::Serverless::HttpApi": HTTP}
        properties = resource.get("Properties", {})
        if resource["Type"] in pools:
            properties.update(self.some_of(pools[resource["Type"]], 0.15))
        if resource["Type"] == "AWS::Serverless::Function":
            if "DeploymentPreference" in properties:
                properties.setdefault("AutoPublishAlias", "live")
            if self.some(0.1):
                for key in ("CodeUri", "Handler", "Runtime", "Layers", "SnapStart"):
                    properties.pop(key, None)
                properties.update(PackageType="Image", ImageUri="1.dkr.ecr.us-east-1.amazonaws.com/r:1", ImageConfig={"Command": ["a.b"]})
            elif self.some(0.1):
                del properties["CodeUri"]
                properties["InlineCode"] = "x"
            if self.some(0.4):
                properties["Policies"] = self.policies()
        if resource["Type"] == "AWS::Serverless::Api":
            self.rest_auth(properties)
        if resource["Type"] == "AWS::Serverless::HttpApi":
            self.http_auth(properties)
        for event in (properties.get("Events") or {}).values():
            event["Properties"].update(self.some_of(EVENTS.get(event["Type"], {}), 0.25))
            if event["Type"] == "Api" and "Rest" in self.resources:
                self.wide_rest_event(event["Properties"])
            if event["Type"] == "HttpApi" and self.some(0.2) and "Http" in self.resources and event["Properties"].get("Auth"):
                event["Properties"]["Auth"]["AuthorizationScopes"] = ["s1", CHOICE]
        if self.some(0.25) and resource["Type"].startswith("AWS::Serverless"):
            resource.update(self.some_of({"Condition": ["C1", "C2"], "DependsOn": ["B", ["B", "T"]], "Metadata": [{"m": "n"}],
                                          "DeletionPolicy": ["Retain", "Delete"], "UpdateReplacePolicy": ["Retain"]}, 0.4))

    def policies(self):
        return self.random.sample([
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": {"Fn::Sub": "${B.Arn}/*"}}]},
            {"Fn::If": ["C1", {"S3CrudPolicy": {"BucketName": {"Ref": "B"}}}, NO_VALUE]}, {"Fn::If": ["C2", NO_VALUE, "arn:aws:iam::aws:policy/Y"]},
            {"Fn::If": ["C1", "AmazonSQSFullAccess", "AmazonSNSFullAccess"]}, {"Ref": "Free"}, IMPORTED,
            {"Fn::If": ["C1", {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}, {"Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"}]}]},
            {"KMSDecryptPolicy": {"KeyId": {"Fn::GetAtt": ["R", "Arn"]}}}, {"SNSPublishMessagePolicy": {"TopicName": {"Fn::GetAtt": ["T", "TopicName"]}}},
            {"StepFunctionsExecutionPolicy": {"StateMachineName": CHOICE}}, {"AWSSecretsManagerGetSecretValuePolicy": {"SecretArn": "arn:s"}},
            {"EventBridgePutEventsPolicy": {"EventBusName": "default"}}, "service-role/AWSLambdaVPCAccessExecutionRole", {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/Z"},
            {"DynamoDBStreamReadPolicy": {"TableName": {"Ref": "Free"}, "StreamName": "s"}}, {"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}},
        ], self.random.randint(1, 5)) if self.some(0.85) else self.one("AmazonS3FullAccess", {"VPCAccessPolicy": {}})

    def rest_auth(self, properties):
        if self.some(0.4):
            auth = properties.setdefault("Auth", {})
            auth.update(self.some_of({
                "ResourcePolicy": RESOURCE_POLICIES, "InvokeRole": ["NONE", ROLE, "CALLER_CREDENTIALS"], "ApiKeyRequired": [True],
                "AddApiKeyRequiredToCorsPreflight": [False], "AddDefaultAuthorizerToCorsPreflight": [False, True],
                "UsagePlan": [{"CreateUsagePlan": "PER_API", "UsagePlanName": "n", "Quota": {"Limit": 5, "Period": "DAY"}, "Throttle": {"BurstLimit": 1},
                               "Description": "d", "Tags": [{"Key": "a", "Value": "b"}]}, {"CreateUsagePlan": "SHARED"}, {"CreateUsagePlan": {"Ref": "Free"}}],
            }, 0.25))
            if auth.get("Authorizers"):
                more = {
                    "Wide": {"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}, "Identity": {"Header": "X", "ValidationExpression": "v.*", "ReauthorizeEvery": 5},
                             "FunctionInvokeRole": self.one(ROLE, "NONE", {"Ref": "Free"}), "DisableFunctionDefaultPermissions": self.one(True, False)},
                    "Asked": {"FunctionArn": CHOICE, "FunctionPayloadType": "REQUEST", "Identity": {"Context": ["c"], "StageVariables": ["s"], "Headers": ["h", "i"]},
                              "AuthorizationScopes": ["x"]},
                    "Pools": {"UserPoolArn": [{"Fn::GetAtt": ["P", "Arn"]}, "arn:p2"], "AuthorizationScopes": ["a", "b"], "Identity": {"Header": "H"}}}
                name = self.one(*more)
                auth["Authorizers"][name] = more[name]
                self.rest.append(name)

    def http_auth(self, properties):
        auth = properties.get("Auth", {})
        if auth.get("Authorizers") and self.some(0.6):
            more = {
                "O": {"AuthorizationScopes": ["s"], "IdentitySource": "$request.querystring.q", "JwtConfiguration": {"issuer": {"Fn::Sub": "https://${Free}"}, "audience": [CHOICE]}},
                "A": {"FunctionArn": AUTHORIZER, "AuthorizerPayloadFormatVersion": "1.0", "FunctionInvokeRole": ROLE,
                      "Identity": {"Headers": ["H"], "QueryStrings": ["q"], "StageVariables": ["v"], "Context": ["c"], "ReauthorizeEvery": self.one(0, 9)}},
                "Two": {"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}, "AuthorizerPayloadFormatVersion": 2.0, "EnableFunctionDefaultPermissions": True}}
            name = self.one(*more)
            auth["Authorizers"][name] = more[name]

    def wide_rest_event(self, properties):
        self.maybe(properties, 0.1, "TimeoutInMillis", 900)
        self.maybe(properties, 0.1, "ResponseTransferMode", "STREAM", "BUFFERED")
        if "RestApiId" in properties:
            auth = properties.get("Auth", {})
            self.maybe(auth, 0.2, "ResourcePolicy", *copy.deepcopy(RESOURCE_POLICIES))
            self.maybe(auth, 0.1, "ApiKeyRequired", False)
            if self.rest and self.some(0.15):
                auth["Authorizer"] = self.one(*self.rest)
                auth["AuthorizationScopes"] = self.one([], ["z"])
            if auth:
                properties["Auth"] = auth
            if "Models" in self.resources["Rest"]["Properties"] and self.some(0.4):
                properties["RequestModel"] = dict({"Model": "User"}, **self.some_of({"Required": [True], "ValidateBody": [True, False], "ValidateParameters": [True]}, 0.5))

    def socket(self):
        routes = {"$connect": {"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}}}
        for key in ("$disconnect", "$default", "sendMessage", "join2"):
            if self.some(0.4):
                routes[key] = dict({"FunctionArn": self.one({"Fn::GetAtt": ["F0", "Arn"]}, AUTHORIZER, CHOICE)}, **self.some_of(
                    {"IntegrationTimeout": [900], "OperationName": ["o"], "ApiKeyRequired": [True], "RouteResponseSelectionExpression": ["$default"],
                     "ModelSelectionExpression": ["m"], "RequestModels": [{"a": "b"}]}, 0.2))
        self.resources["Socket"] = {"Type": "AWS::Serverless::WebSocketApi", "Properties": dict(
            self.some_of(SOCKET, 0.25), Routes=routes, RouteSelectionExpression="$request.body.action")}

    def graph(self):
        auth = copy.deepcopy(self.one(*GRAPH_AUTH))
        if self.some(0.4):
            auth["Additional"] = copy.deepcopy(self.random.sample(GRAPH_AUTH, 2))
        sources = {"DynamoDb": {"Table": dict({"TableName": {"Ref": "Items"}, "TableArn": {"Fn::GetAtt": ["Items", "Arn"]}}, **self.some_of(
            {"Permissions": [["Read"], ["Write", "Read"]], "ServiceRoleArn": [ROLE], "Description": ["d"], "Name": ["n"], "Versioned": [True], "UseCallerCredentials": [True], "Region": ["us-east-1"]}, 0.2))}}
        if self.some(0.5):
            sources["Lambda"] = {"Fn": dict({"FunctionArn": {"Fn::GetAtt": ["F0", "Arn"]}}, **self.some_of({"ServiceRoleArn": [ROLE], "Name": ["l"]}, 0.2))}
        code = {"Runtime": {"Name": "APPSYNC_JS", "Version": "1.0.0"}, "InlineCode": "x"}
        functions = {"get": dict(code, DataSource="Table"), "none": dict(code, DataSource="NONE"), "raw": dict(code, DataSource={"Ref": "Free"})}
        resolvers = {"Query": {"a": dict(code, Pipeline=["get", "none"]), "b": {"Runtime": code["Runtime"], "Pipeline": ["raw"]}}}
        if self.some(0.4):
            resolvers["Mutation"] = {"own": dict(code, FieldName="c", Pipeline=["get"], MaxBatchSize=3)}
        self.table("Items")
        self.resources["Graph"] = {"Type": "AWS::Serverless::GraphQLApi", "Properties": dict(self.some_of({
            "Name": ["g", CHOICE], "Tags": [{"a": "b"}], "XrayEnabled": [True], "Logging": [True, False, {"FieldLogLevel": "ERROR"}, {"CloudWatchLogsRoleArn": ROLE, "FieldLogLevel": "ALL"}],
            "ApiKeys": [{"Key": {"Description": "d", "ExpiresOn": 5}, "Bare": {}}], "Cache": [{"ApiCachingBehavior": "FULL_REQUEST_CACHING", "Type": "SMALL", "Ttl": 5}],
            "DomainName": [{"DomainName": "g.com", "CertificateArn": CERTIFICATE}], "Visibility": ["PRIVATE"], "OwnerContact": ["o"], "IntrospectionConfig": ["DISABLED"], "QueryDepthLimit": [5]}, 0.25),
            SchemaInline=SCHEMA, Auth=auth, DataSources=sources, Functions=functions, Resolvers=resolvers)}

    def table(self, id="Simple"):
        self.resources[id] = {"Type": "AWS::Serverless::SimpleTable", "Properties": self.some_of(TABLE, 0.3)}

    def capacity(self):
        self.resources["Capacity"] = {"Type": "AWS::Serverless::CapacityProvider", "Properties": dict(
            self.some_of(CAPACITY, 0.3), VpcConfig={"SubnetIds": ["s"], "SecurityGroupIds": self.one(["g"], [CHOICE])})}

    def application(self):
        self.resources["App"] = {"Type": "AWS::Serverless::Application", "Properties": dict(self.some_of(
            {"Parameters": [{"a": {"Ref": "B"}}], "Tags": [{"a": "b"}], "NotificationARNs": [[{"Ref": "T"}]], "TimeoutInMinutes": [5]}, 0.4),
            Location="https://s3.amazonaws.com/bucket/template.yaml")}

    def connector(self):
        """A pair of types that has a profile, written as a resource or inside its source."""
        source = self.one(*self.profiles)
        destination = self.one(*self.profiles[source])
        categories = list(self.profiles[source][destination]["Properties"]["AccessCategories"])
        permissions = categories if self.some(0.6) else [self.one(*categories)]
        ends = [self.end(source, "Src"), self.end(destination, "Dst")]
        if "Id" in ends[0] and self.some(0.4) and "Connectors" not in self.resources[ends[0]["Id"]]:
            self.resources[ends[0]["Id"]]["Connectors"] = {"Inner": {"Properties": dict(
                {"Destination": self.one(ends[1], [ends[1]]), "Permissions": permissions},
                **({"SourceReference": {"Qualifier": "q"}} if self.some(0.1) else {}))}}
        else:
            name = "Con" + str(len(self.resources))
            self.resources[name] = {"Type": "AWS::Serverless::Connector", "Properties": {
                "Source": ends[0], "Destination": self.one(ends[1], [ends[1]]), "Permissions": permissions}}

    def end(self, kind, id):
        known = {"AWS::S3::Bucket": "B", "AWS::SNS::Topic": "T", "AWS::SQS::Queue": "Q", "AWS::Lambda::Function": "F0"}
        if kind in known and self.some(0.8):
            return {"Id": known[kind]}
        if self.some(0.3):
            return {"Type": kind, "Arn": "arn:x", "RoleName": "r", "Name": "n", "ResourceId": "i", "Qualifier": "q", "QueueUrl": "u"}
        bare = {"AWS::Lambda::Function": {"Role": {"Fn::GetAtt": ["R", "Arn"]}, "Code": {"ZipFile": "x"}},
                "AWS::StepFunctions::StateMachine": {"RoleArn": {"Fn::GetAtt": ["R", "Arn"]}, "Definition": {}},
                "AWS::Events::Rule": {"EventPattern": {}, "Targets": [{"Id": "a", "Arn": "b", "RoleArn": {"Fn::GetAtt": ["R", "Arn"]}}]},
                "AWS::AppSync::DataSource": {"ServiceRoleArn": {"Fn::GetAtt": ["R", "Arn"]}, "ApiId": "a"}, "AWS::Events::EventBus": {"Name": "b"}}
        self.resources[id] = {"Type": kind, "Properties": bare.get(kind, {})}
        return {"Id": id}

    def wide_machine(self):
        properties = dict(self.some_of(MACHINE, 0.25))
        properties["Definition"] = {"StartAt": "X", "States": {"X": {"Type": "Task", "Resource": "${x}", "End": True}}}
        if "Policies" not in properties:
            self.maybe(properties, 0.4, "Role", ROLE, {"Fn::GetAtt": ["R", "Arn"]})
        events = {}
        for name, kind in (("S", "Schedule"), ("V", "ScheduleV2"), ("W", "CloudWatchEvent"), ("E", "EventBridgeRule")):
            if self.some(0.35):
                event = dict(self.timed_event(kind, "wm" + name))
                event.update({key: value for key, value in self.some_of(EVENTS[kind], 0.2).items()})
                if "Target" in event and kind == "CloudWatchEvent":
                    del event["Target"]
                self.maybe(event, 0.1, "RoleArn", ROLE)
                events[name] = {"Type": kind, "Properties": event}
        if self.some(0.4):
            api = {"Path": "/wide", "Method": self.one("get", "post")}
            self.maybe(api, 0.3, "UnescapeMappingTemplate", True)
            if "Rest" in self.resources and self.some(0.6):
                api["RestApiId"] = {"Ref": "Rest"}
                if self.rest:
                    self.maybe(api, 0.4, "Auth", {"Authorizer": self.one(*self.rest)}, {"ApiKeyRequired": True})
            events["P"] = {"Type": "Api", "Properties": api}
        if events:
            properties["Events"] = events
        self.resources["Wide"] = {"Type": "AWS::Serverless::StateMachine", "Properties": properties}

    def own_document(self):
        """An API with a document of its own, REST or HTTP, that events name."""
        rest = self.some(0.5)
        uri = {"Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F0.Arn}/invocations"}
        operation = {"x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": uri}}
        paths = {"/doc": {"get": copy.deepcopy(operation), "post": dict(copy.deepcopy(operation), security=self.one([], [{"other": []}]))},
                 "/if": {"Fn::If": ["C1", {"get": copy.deepcopy(operation)}, {"put": copy.deepcopy(operation)}]},
                 "/mock": {"options": {"x-amazon-apigateway-integration": {"type": "mock"}}}, "/any": {"x-amazon-apigateway-any-method": copy.deepcopy(operation)}}
        document = self.one({"swagger": "2.0"}, {"openapi": "3.0.1"}) if rest else {"openapi": "3.0.1"}
        document = dict(document, info={"title": "t", "version": "1"}, paths={key: paths[key] for key in paths if self.some(0.7)})
        properties = {"DefinitionBody": document}
        if rest:
            properties["StageName"] = "p"
            auth = self.some_of({"ApiKeyRequired": [True], "Authorizers": [{"Tok": {"FunctionArn": AUTHORIZER}, "Cog": {"UserPoolArn": "arn:p"}}],
                                 "ResourcePolicy": RESOURCE_POLICIES}, 0.4)
            if "Authorizers" in auth:
                self.maybe(auth, 0.6, "DefaultAuthorizer", "Tok", "Cog")
            else:
                self.maybe(auth, 0.3, "DefaultAuthorizer", "AWS_IAM")
            self.maybe(properties, 0.3, "Cors", "'*'", {"AllowOrigin": "'x'"})
            if "Condition" not in self.resources["F0"]:  # beside a condition the translator writes no valid document
                self.maybe(properties, 0.3, "MergeDefinitions", True)
            self.maybe(properties, 0.2, "GatewayResponses", {"DEFAULT_5XX": {"StatusCode": 500}})
        else:
            auth = self.some_of({"Authorizers": [{"J": {"JwtConfiguration": {"issuer": "i", "audience": ["a"]}, "IdentitySource": "$request.header.A"}}], "EnableIamAuthorizer": [True]}, 0.5)
            if auth:
                self.maybe(auth, 0.5, "DefaultAuthorizer", "J" if "Authorizers" in auth else "AWS_IAM")
            self.maybe(properties, 0.3, "CorsConfiguration", True, {"AllowOrigins": ["x"]})
        if auth:
            properties["Auth"] = auth
        self.resources["Doc"] = {"Type": "AWS::Serverless::Api" if rest else "AWS::Serverless::HttpApi", "Properties": properties}
        for number, path in enumerate(("/doc", "/new/{id}")):
            if self.some(0.5):
                event = {"Path": path, "Method": self.one("get", "post", "delete"), ("RestApiId" if rest else "ApiId"): {"Ref": "Doc"}}
                if "Authorizers" in auth and self.some(0.5):
                    event["Auth"] = {"Authorizer": self.one(*auth["Authorizers"])}
                    if rest:
                        self.maybe(event["Auth"], 0.3, "OverrideApiAuth", True)
                self.resources["F0"]["Properties"].setdefault("Events", {})["Doc" + str(number)] = {"Type": "Api" if rest else "HttpApi", "Properties": event}

    def globals(self, template):
        sections = {
            "Function": {key: FUNCTION[key] for key in ("Tags", "Layers", "VpcConfig", "Environment", "Tracing", "DeadLetterQueue", "EventInvokeConfig", "FunctionUrlConfig", "AssumeRolePolicyDocument",
                                                        "PermissionsBoundary", "RolePath", "KmsKeyArn", "AutoPublishAlias", "LoggingConfig", "EphemeralStorage", "Architectures", "PropagateTags")},
            "Api": {key: REST[key] for key in ("Cors", "OpenApiVersion", "EndpointConfiguration", "GatewayResponses", "BinaryMediaTypes", "Variables", "TracingEnabled", "MethodSettings", "CanarySetting",
                                               "AccessLogSetting", "MinimumCompressionSize", "Domain", "PropagateTags")},
            "HttpApi": {key: HTTP[key] for key in ("CorsConfiguration", "StageVariables", "Tags", "Domain", "FailOnWarnings", "AccessLogSettings", "DefaultRouteSettings", "PropagateTags")},
            "WebSocketApi": {key: SOCKET[key] for key in ("StageVariables", "Tags", "AccessLogSettings", "DefaultRouteSettings", "PropagateTags")},
            "SimpleTable": {"SSESpecification": TABLE["SSESpecification"]}, "StateMachine": {"PropagateTags": [True]},
            "LayerVersion": {"PublishLambdaVersion": [True, False]},
            "CapacityProvider": {key: CAPACITY[key] for key in ("Tags", "KmsKeyArn", "ScalingConfig", "PropagateTags")},
        }
        for section, pool in sections.items():
            if self.some(0.2):
                chosen = self.some_of(pool, 0.2)
                if section == "Api" and self.some(0.3):
                    chosen["Auth"] = self.one({"ResourcePolicy": copy.deepcopy(self.one(*RESOURCE_POLICIES))}, {"DefaultAuthorizer": "AWS_IAM"}, {"ApiKeyRequired": True},
                                              {"Authorizers": {"All": {"UserPoolArn": "arn:all"}}, "DefaultAuthorizer": "All"})
                if section == "HttpApi" and self.some(0.3):
                    chosen["Auth"] = {"Authorizers": {"All": {"JwtConfiguration": {"issuer": "i", "audience": ["a"]}, "IdentitySource": "$request.header.A"}}, "DefaultAuthorizer": "All"}
                if chosen:
                    merged = template.setdefault("Globals", {}).setdefault(section, {})
                    merged.update(chosen)
        for resource in self.resources.values():
            if template.get("Globals") and resource["Type"].startswith("AWS::Serverless") and self.some(0.1):
                resource["IgnoreGlobals"] = self.one("*", ["Tags"], ["Auth", "Domain"], ["VpcConfig", "FunctionUrlConfig", "EventInvokeConfig"])

    def loop(self, template):
        """A loop of LanguageExtensions that makes SAM resources; the translator gets it unrolled."""
        body = self.one(
            {"Type": "AWS::Serverless::Function", "Properties": {"CodeUri": "s3://b/k", "Handler": "a.b", "Runtime": "python3.12", "FunctionName": {"Fn::Sub": "${Name}-fn"},
                                                                  "Policies": [{"S3ReadPolicy": {"BucketName": {"Ref": "Name"}}}],
                                                                  "Events": {"Get": {"Type": "Api", "Properties": {"Path": "/loop/${Name}", "Method": "get"}}}}},
            {"Type": "AWS::Serverless::SimpleTable", "DependsOn": "B", "Properties": {"TableName": {"Fn::Sub": "t-${Name}"}}},
            {"Type": "AWS::Serverless::StateMachine", "Properties": {"Definition": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": True}}}, "Name": {"Ref": "Name"},
                                                                       "Events": {"S": {"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)", "Name": {"Fn::Sub": "s${Name}"}}}}}})
        self.resources["Fn::ForEach::Loop"] = ["Name", ["Red", "Blue"], {"Loop${Name}": body}]
        template["Transform"] = ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"]


def unrolled(template):
    """The template with its loops written out, as AWS::LanguageExtensions does before SAM runs."""
    resources = {}
    for key, value in template["Resources"].items():
        if not key.startswith("Fn::ForEach::"):
            resources[key] = value
            continue
        identifier, items, body = value
        for item in items:
            for name, resource in body.items():
                resources[name.replace("${" + identifier + "}", item)] = replaced(resource, identifier, item)
    return dict(template, Resources=resources)


def replaced(value, identifier, item):
    if isinstance(value, dict):
        if value == {"Ref": identifier}:
            return item
        if list(value) == ["Fn::Sub"] and isinstance(value["Fn::Sub"], str):
            return {"Fn::Sub": value["Fn::Sub"].replace("${" + identifier + "}", item)}
        return {key: replaced(inner, identifier, item) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, identifier, item) for inner in value]
    return value.replace("${" + identifier + "}", item) if isinstance(value, str) else value


def wide_templates(count, seed):
    """Names and templates."""
    generator = WideGenerator(seed)
    for number in range(count):
        yield f"wide{number:04}", generator.template()
