# slguard:handler handler
# slguard:handler weak
import os

import jsonschema
from aws_lambda_powertools.utilities.validation import validate, validator

STRICT = {
    "type": "object",
    "properties": {"mode": {"enum": ["fast", "slow"]}, "name": {"type": "string", "pattern": "^[a-z]+$"}, "count": {"type": "integer"}},
    "required": ["mode", "name"],
}
LOOSE = {"type": "object", "properties": {"name": {"type": "string", "pattern": "[a-z]+"}}}


@validator(inbound_schema=STRICT)
def handler(event, context):
    os.system("run " + event["body"]["mode"] if False else "run fixed")  # slguard:safe
    return {}


@validator(inbound_schema=LOOSE)
def weak(event, context):
    os.system("run " + event["body"])  # slguard:expect command-injection
    return {}
