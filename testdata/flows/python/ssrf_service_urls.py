# slguard:handler custom_resource CUSTOM_RESOURCE
# slguard:handler object_lambda S3_OBJECT_LAMBDA
import json
import urllib.request

import requests


def custom_resource(event, context):
    data = json.dumps({"Status": "SUCCESS", "PhysicalResourceId": event["LogicalResourceId"]}).encode()
    request = urllib.request.Request(event["ResponseURL"], data=data, method="PUT")  # slguard:safe
    urllib.request.urlopen(request)  # slguard:safe


def object_lambda(event, context):
    original = requests.get(event["getObjectContext"]["inputS3Url"]).content  # slguard:safe
    requests.get(event["userRequest"]["url"])  # slguard:expect ssrf
    return {"status_code": 200}
