# slguard:handler handler REST_API
# slguard:handler sound REST_API
import os

from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.middleware_factory import lambda_handler_decorator
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, idempotent
from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
tracer = Tracer()
metrics = Metrics(namespace="Shop")
layer = DynamoDBPersistenceLayer(table_name="Idempotency")


@lambda_handler_decorator
def with_tenant(handler, event, context, trace=False):
    event["tenant"] = event["headers"]["x-tenant"]
    os.system("tenant " + event["headers"]["x-tenant"])  # slguard:expect command-injection
    response = handler(event, context)
    return response


@logger.inject_lambda_context(correlation_id_path="requestContext.requestId")
@tracer.capture_lambda_handler
@metrics.log_metrics(capture_cold_start_metric=True)
@idempotent(persistence_store=layer)
@with_tenant(trace=True)
def handler(event: dict, context: LambdaContext) -> dict:
    metrics.add_metric(name="orders", unit=MetricUnit.Count, value=1)
    os.system("run " + event["body"])  # slguard:expect command-injection
    return {"statusCode": 200}


@logger.inject_lambda_context
@tracer.capture_lambda_handler(capture_response=False)
@metrics.log_metrics
def sound(event, context):
    os.system("run " + event["requestContext"]["requestId"])  # slguard:safe
    logger.info("done")  # slguard:safe
