# slguard:handler handler
# slguard:handler classed
# slguard:handler registered
import json
import os

from registry import COMMANDS, command


def create(name):
    os.system("create " + name)  # slguard:expect command-injection


def count(name):
    return len(name)


def unused(name):
    os.system("unused " + name)  # slguard:safe


ACTIONS = {"create": create, "count": count}


def handler(event, context):
    body = json.loads(event["body"])
    action = ACTIONS.get(body["action"])
    if action is None:
        return {"statusCode": 404}
    return action(body["name"])


class Service:
    def __init__(self):
        self.routes = {("POST", "/run"): self.run, ("GET", "/size"): self.size}

    def run(self, event):
        os.system("run " + event["body"])  # slguard:expect command-injection

    def size(self, event):
        os.system("size %d" % len(event["body"]))  # slguard:safe

    def route(self, event):
        http = event["requestContext"]["http"]
        return self.routes[(http["method"], http["path"])](event)


def classed(event, context):
    return Service().route(event)


@command("stop")
def stop(argument):
    os.system("stop " + argument)  # slguard:expect command-injection


def registered(event, context):
    name, _, argument = event["body"].partition(" ")
    return COMMANDS[name](argument)
