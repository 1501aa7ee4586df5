# slguard:handler create HTTP_API_V2
# slguard:handler sound HTTP_API_V2
# slguard:handler secured HTTP_API_V2
import os

from lib.web import api, json_api, requires, with_body

ALLOWED = {"small", "large"}


@api(methods=["POST"])
@with_body
def create(event, context, body):
    os.system("create " + body["name"])  # slguard:expect command-injection
    return {"ok": True}


@json_api
def sound(request):
    if request.body["size"] not in ALLOWED:
        return 400, {}
    os.system("create " + request.body["size"])  # slguard:safe
    os.system("create " + request.param("name"))  # slguard:expect command-injection
    return 200, {}


@requires("mode", allowed=("fast", "slow"))
def secured(event, context):
    mode = event["queryStringParameters"]["mode"]
    os.system("run " + event["queryStringParameters"]["extra"])  # slguard:expect command-injection
    return {"statusCode": 200}
