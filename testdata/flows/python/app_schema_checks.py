# slguard:handler handler HTTP_API_V2
# slguard:handler decorated HTTP_API_V2
# slguard:handler powertools HTTP_API_V2
import json
import os

import fastjsonschema
import jsonschema
from aws_lambda_powertools.utilities.validation import SchemaValidationError, envelopes, validate, validator
from jsonschema import Draft7Validator, ValidationError

SCHEMA = {
    "type": "object",
    "required": ["name", "color"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z]+$"},
        "color": {"enum": ["red", "blue"]},
        "size": {"type": "integer"},
        "free": {"type": "string", "maxLength": 50},
        "loose": {"type": "string", "pattern": "[a-z]+"},
    },
}
checker = Draft7Validator(SCHEMA)
compiled = fastjsonschema.compile(SCHEMA)


def handler(event, context):
    body = json.loads(event["body"])
    try:
        jsonschema.validate(instance=body, schema=SCHEMA)
    except ValidationError:
        return {"statusCode": 400}
    os.system(f"{body['name']} {body['color']} {body['size']}")  # slguard:safe
    os.system(body["free"])  # slguard:expect command-injection
    os.system(body["loose"])  # slguard:expect command-injection
    other = json.loads(event["queryStringParameters"]["json"])
    problems = sorted(checker.iter_errors(other), key=str)
    if problems:
        return {"statusCode": 400}
    os.system(other["name"])  # slguard:safe
    os.system(other["extra"])  # slguard:expect command-injection


@validator(inbound_schema=SCHEMA, envelope=envelopes.API_GATEWAY_HTTP)
def decorated(event, context):
    os.system(event["name"])  # slguard:safe
    os.system(event["free"])  # slguard:expect command-injection


def powertools(event, context):
    body = json.loads(event["body"])
    try:
        validate(event=body, schema=SCHEMA)
    except SchemaValidationError as problem:
        return {"statusCode": 400}
    os.system(body["color"])  # slguard:safe
    os.system(body["free"])  # slguard:expect command-injection
    clean = compiled(body)
    os.system(clean["name"])  # slguard:safe
