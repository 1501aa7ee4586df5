# slguard:handler lambda_handler CLOUDFRONT
import re

ASSETS = re.compile(r"\.(css|js|png|svg|woff2)$")
HEADERS = {
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'self'",
}


def lambda_handler(event, context):
    record = event["Records"][0]["cf"]
    request = record["request"]
    if "response" in record:
        headers = record["response"]["headers"]
        for name, value in HEADERS.items():
            headers[name] = [{"key": name, "value": value}]
        return record["response"]
    uri = request["uri"]
    if uri.endswith("/"):
        request["uri"] = uri + "index.html"
    elif not ASSETS.search(uri) and "." not in uri.rsplit("/", 1)[-1]:
        request["uri"] = uri + "/index.html"
    if request["headers"]["host"][0]["value"] == "old.shop.example":
        return {"status": "301", "headers": {"location": [{"key": "Location", "value": "https://shop.example/"}]}}  # slguard:safe
    return request
