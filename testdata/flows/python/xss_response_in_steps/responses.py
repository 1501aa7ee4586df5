import json


def respond(status, content_type, body):
    response = {"statusCode": status}
    response["headers"] = {}
    response["headers"]["content-type"] = content_type
    response["body"] = body  # slguard:expect xss-reflected
    return response


def html_response(body):
    return respond(200, "text/html", body)


def json_response(value):
    return respond(200, "application/json", json.dumps(value))


def page(content):
    return "<html><body>%s</body></html>" % content
