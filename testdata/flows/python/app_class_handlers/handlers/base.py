import abc
import json
import logging


class LoggingMixin:
    @property
    def log(self):
        return logging.getLogger(type(self).__name__)


class BaseHandler(LoggingMixin, abc.ABC):
    required = ()

    def handle(self, event, context):
        self.event = event
        self.payload = self.parse(event)
        missing = [name for name in self.required if name not in self.payload]
        if missing:
            return self.respond(400, {"missing": missing})
        result = self.process(**self.payload)
        return self.respond(200, result)

    def parse(self, event):
        return json.loads(event.get("body") or "{}")

    @abc.abstractmethod
    def process(self, **payload):
        ...

    def respond(self, status, value):
        return {"statusCode": status, "body": json.dumps(value)}

    @classmethod
    def as_handler(cls, **options):
        def handler(event, context):
            return cls(**options).handle(event, context)
        return handler
