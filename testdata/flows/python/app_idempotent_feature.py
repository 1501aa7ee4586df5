# slguard:handler handler SQS
# slguard:handler lambda_handler HTTP_API_V1
import json
import os

from aws_lambda_powertools.middleware_factory import lambda_handler_decorator
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEvent
from aws_lambda_powertools.utilities.feature_flags import AppConfigStore, FeatureFlags
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, IdempotencyConfig, idempotent, idempotent_function
from aws_lambda_powertools.utilities.jmespath_utils import envelopes, query

persistence = DynamoDBPersistenceLayer(table_name=os.environ["IDEMPOTENCY"])
config = IdempotencyConfig(event_key_jmespath="messageId", use_local_cache=True)
flags = FeatureFlags(store=AppConfigStore(environment="prod", application="shop", name="flags"))


@lambda_handler_decorator(trace_execution=True)
def guarded(handler, event, context, required="name"):
    if required not in (event.get("queryStringParameters") or {}):
        return {"statusCode": 400}
    return handler(event, context)


@idempotent_function(data_keyword_argument="record", config=config, persistence_store=persistence)
def process(record):
    body = json.loads(record["body"])
    os.system("charge " + body["account"])  # slguard:expect command-injection
    os.system("charge " + record["messageId"])  # slguard:safe
    return {"done": True}


def handler(event, context):
    config.register_lambda_context(context)
    for record in event["Records"]:
        process(record=record)


@guarded(required="name")
@idempotent(config=config, persistence_store=persistence)
def lambda_handler(event, context):
    request = APIGatewayProxyEvent(event)
    name = request.query_string_parameters["name"]
    os.system("greet " + name)  # slguard:expect command-injection
    if flags.evaluate(name="loud", context={"user": name}, default=False):
        os.system("greet --loud")  # slguard:safe
    data = query(data=event, envelope="powertools_json(body)")
    os.system("greet " + data["greeting"])  # slguard:expect command-injection
    os.system("greet " + request.request_context.stage)  # slguard:safe
    return {"statusCode": 200}
