import abc
import json


class JsonHandler(abc.ABC):
    def __call__(self, event, context):
        return self.handle(event, context)

    def handle(self, event, context):
        body = json.loads(event.get("body") or "{}")
        try:
            result = self.process(body)
        except ValueError as e:
            return {"statusCode": 400}
        return {"statusCode": 200, "body": json.dumps(result)}

    @abc.abstractmethod
    def process(self, payload):
        raise NotImplementedError

    @classmethod
    def as_handler(cls):
        instance = cls()

        def entry(event, context):
            return instance.handle(event, context)

        return entry

    def command(self, payload):
        return "remove {}".format(payload["name"])

    def check(self, name):
        if not name.isalnum():
            raise ValueError("name")
