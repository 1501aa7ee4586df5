# slguard:handler create
# slguard:handler remove
# slguard:handler clean
import os

from base import JsonHandler


class Create(JsonHandler):
    prefix = "create"

    def process(self, payload):
        self.name = payload["name"]
        return self._run()

    def _run(self):
        os.system(self.prefix + " " + self.name)  # slguard:expect command-injection
        return {"ran": self.prefix}


class Remove(JsonHandler):
    def process(self, payload):
        command = super().command(payload)
        os.system(command)  # slguard:expect command-injection


class Clean(JsonHandler):
    def process(self, payload):
        self.check(payload["name"])
        os.system("clean " + payload["name"])  # slguard:safe


create = Create()
remove = Remove().handle
clean = Clean.as_handler()
