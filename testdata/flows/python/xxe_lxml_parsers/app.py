# slguard:handler handler
# slguard:handler sound
import base64

from documents import parse_invoice, parse_invoice_hardened


def text_of(event):
    body = event["body"]
    return base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()


def handler(event, context):
    return {"statusCode": 200, "total": parse_invoice(text_of(event))}


def sound(event, context):
    return {"statusCode": 200, "total": parse_invoice_hardened(text_of(event))}
