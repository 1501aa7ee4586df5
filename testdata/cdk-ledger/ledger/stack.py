from aws_cdk import NestedStack, Stack
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from constructs import Construct


class AuditStack(NestedStack):
    """Nightly audit of the ledger."""

    def __init__(self, scope: Construct, name: str, table: dynamodb.Table):
        super().__init__(scope, name)
        audit = lambda_.Function(
            self, "Audit",
            runtime=lambda_.Runtime.PYTHON_3_13,
            handler="audit.run",
            code=lambda_.Code.from_asset("functions/audit"),
            environment={"TABLE": table.table_name})
        table.grant_read_data(audit)
        events.Rule(self, "Nightly", schedule=events.Schedule.expression("rate(1 day)"),
                    targets=[targets.LambdaFunction(audit)])


class LedgerStack(Stack):
    """An HTTP API over a table."""

    def __init__(self, scope: Construct, name: str):
        super().__init__(scope, name)
        table = dynamodb.Table(
            self, "Entries",
            partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING))
        entries = lambda_.Function(
            self, "Write",
            runtime=lambda_.Runtime.PYTHON_3_13,
            handler="entries.handler",
            code=lambda_.Code.from_asset("functions/entries"),
            environment={"TABLE": table.table_name})
        table.grant_read_write_data(entries)
        api = apigatewayv2.HttpApi(self, "Api")
        api.add_routes(path="/entries", methods=[apigatewayv2.HttpMethod.POST],
                       integration=integrations.HttpLambdaIntegration("Entries", entries))
        AuditStack(self, "Audits", table)
