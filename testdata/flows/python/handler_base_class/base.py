import json


class LambdaHandler:
    def __init__(self, event, context):
        self.event = event
        self.context = context
        self.body = json.loads(event.get("body") or "{}")

    @classmethod
    def get_handler(cls):
        def lambda_handler(event, context):
            return cls(event, context).handle()

        return lambda_handler
