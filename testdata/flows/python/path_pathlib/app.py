# slguard:handler handler
# slguard:handler sound
from pathlib import Path

from documents import read, read_inside


def handler(event, context):
    name = event["pathParameters"]["proxy"]
    return {"statusCode": 200, "body": read(name)}


def sound(event, context):
    name = event["pathParameters"]["proxy"]
    Path("/tmp", Path(name).name).write_text("seen")  # slguard:safe
    return {"statusCode": 200, "body": read_inside(name)}
