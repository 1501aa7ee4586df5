# slguard:handler handler REST_API
# slguard:handler loose REST_API
# slguard:handler manual REST_API
import os

from aws_lambda_powertools.utilities.validation import SchemaValidationError, envelopes, validate, validator

from schemas import LOOSE, STRICT


@validator(inbound_schema=STRICT, envelope=envelopes.API_GATEWAY_REST)
def handler(event, context):
    os.system("make " + event["name"])  # slguard:safe
    os.system("make " + event["kind"])  # slguard:safe
    os.system(f"make {event['count']}")  # slguard:safe
    os.system("make " + event["note"])  # slguard:expect command-injection


@validator(inbound_schema=LOOSE, envelope="powertools_json(body)")
def loose(event, context):
    os.system("make " + event["name"])  # slguard:expect command-injection


def manual(event, context):
    try:
        data = validate(event=event, schema=STRICT, envelope=envelopes.API_GATEWAY_REST)
    except SchemaValidationError:
        return {"statusCode": 400}
    os.system("make " + event["body"])  # slguard:expect command-injection
    return {"statusCode": 200}
