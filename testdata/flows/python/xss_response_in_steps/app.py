# slguard:handler handler REST_API
# slguard:handler sound REST_API
from markupsafe import escape

from responses import html_response, json_response, page


def handler(event, context):
    term = event["multiValueQueryStringParameters"]["q"][0]
    return html_response(page(term))


def sound(event, context):
    term = event["multiValueQueryStringParameters"]["q"][0]
    if event["httpMethod"] == "POST":
        return json_response({"term": term})
    return html_response(page(str(escape(term))) + page(event["requestContext"]["requestId"]))
