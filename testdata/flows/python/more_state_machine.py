# slguard:handler handler STEP_FUNCTIONS
# slguard:handler router DIRECT_INVOKE
import json
import os
import subprocess
from abc import ABC, abstractmethod

import boto3

sfn = boto3.client("stepfunctions")


class Step(ABC):
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Step.registry[cls.__name__.lower()] = cls

    @abstractmethod
    def execute(self, payload):
        ...


class Extract(Step):
    def execute(self, payload):
        return subprocess.check_output("extract " + payload["source"], shell=True)  # slguard:expect command-injection


class Count(Step):
    def execute(self, payload):
        return subprocess.check_output("count %d" % len(payload), shell=True)  # slguard:safe


def handler(event, context):
    step = Step.registry[event["step"]]()
    return step.execute(event["payload"])


def router(event, context):
    actions = {
        "list": lambda e: os.listdir("/mnt/data"),  # slguard:safe
        "show": lambda e: open(os.path.join("/mnt/data", e["name"])).read(),  # slguard:expect path-traversal
        "size": lambda e: os.stat(f"/mnt/data/{int(e['id'])}").st_size,  # slguard:safe
    }
    action = actions.get(event.get("action"), actions["list"])
    result = action(event)
    sfn.send_task_success(taskToken=os.environ["TOKEN_PARAMETER"], output=json.dumps({"result": str(result)}))  # slguard:safe
    return result
