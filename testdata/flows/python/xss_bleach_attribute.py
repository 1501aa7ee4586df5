# slguard:handler handler
import bleach
import jinja2
import markdown
import nh3
from jinja2 import Environment, select_autoescape

HEADERS = {"Content-Type": "text/html"}
plain = Environment()
escaping = Environment(autoescape=select_autoescape())


def answer(body):
    return {"statusCode": 200, "headers": HEADERS, "body": body}  # slguard:expect xss-reflected


def sound_answer(body):
    return {"statusCode": 200, "headers": HEADERS, "body": body}  # slguard:safe


def handler(event, context):
    text = event["queryStringParameters"]["text"]
    kind = event["queryStringParameters"]["kind"]
    if kind == "markdown":
        return answer(markdown.markdown(text))
    if kind == "jinja":
        return answer(plain.from_string("<p>{{ text }}</p>").render(text=text))
    if kind == "cleaned":
        return sound_answer(bleach.clean(markdown.markdown(text)))
    if kind == "nh3":
        return sound_answer(nh3.clean(text))
    if kind == "escaping":
        return sound_answer(escaping.from_string("<p>{{ text }}</p>").render(text=text))
    return sound_answer("<p>%d</p>" % len(text))
