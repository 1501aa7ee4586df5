# slguard:handler handler
# slguard:handler sound
from pages import answer, bare, escaping, render_file


def handler(event, context):
    q = event["queryStringParameters"]
    if q["kind"] == "bare":
        return answer(bare.from_string("<p>{{ name }}</p>").render({"name": q["name"]}))
    if q["kind"] == "source":
        return answer(escaping.from_string("<p>" + q["name"] + "</p>").render())  # slguard:expect template-injection
    return answer(render_file("page.html", title=q["title"]))


def sound(event, context):
    q = event["queryStringParameters"]
    page = escaping.from_string("<p>{{ name }}</p>").render(name=q["name"])
    return {"statusCode": 200, "headers": {"content-type": "text/html; charset=utf-8"}, "body": page}  # slguard:safe
