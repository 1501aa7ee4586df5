# slguard:handler handler HTTP_API_V2
from steps.base import Pipeline
from steps.concrete import Echo, Quoted, Twice
from steps import registry


def handler(event, context):
    text = event["body"]
    pipeline = Pipeline([Echo("echo"), Quoted("echo"), Twice("echo")])
    pipeline.run(text)
    registry.call("shell", text)
    registry.call("length", text)
