# slguard:handler handler
# slguard:handler sound
# slguard:handler wrapped
import json
import os
import shlex

import acme_observability
from acme_platform import require_scope, with_config
from decorators import json_body, timed


@acme_observability.wrap
@require_scope("orders:write", audience="shop")
@with_config
def handler(event, context):
    os.system("run " + event["body"])  # slguard:expect command-injection
    return {"statusCode": 200}


@acme_observability.wrap
@require_scope("orders:write")
def sound(event, context):
    os.system("run " + shlex.quote(event["body"]))  # slguard:safe


@timed
@json_body(required=("name",))
def wrapped(event, context, body=None):
    os.system("run " + body["name"])  # slguard:expect command-injection
    os.system("run %d" % body["count"] if isinstance(body["count"], int) else "run")  # slguard:safe
