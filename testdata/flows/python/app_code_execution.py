# slguard:handler handler HTTP_API_V2
import ast
import builtins
import importlib
import json
import operator
import re
import types

import pandas as pd
import yaml

OPERATIONS = {"add": operator.add, "sub": operator.sub}


class Actions:
    def do_list(self, argument):
        return argument

    def do_drop(self, argument):
        return argument


def handler(event, context):
    body = json.loads(event["body"])
    eval(body["expression"])  # slguard:expect code-injection
    eval(body["expression"], {"__builtins__": {}}, {})  # slguard:expect code-injection
    ast.literal_eval(body["literal"])  # slguard:safe
    exec(compile(body["source"], "<user>", "exec"))  # slguard:expect code-injection
    importlib.import_module(body["module"])  # slguard:expect code-injection
    importlib.import_module("plugins.standard")  # slguard:safe
    OPERATIONS[body["operation"]](1, 2)  # slguard:safe
    globals()[body["function"]](event)  # slguard:expect code-injection
    getattr(Actions(), "do_" + body["action"])(body["argument"])  # slguard:safe
    getattr(Actions(), body["action"])(body["argument"])  # slguard:expect code-injection
    if body["action"] in ("list", "drop"):
        getattr(Actions(), "do_" + body["action"])(body["argument"])  # slguard:safe
    builtins.eval("1 + %d" % int(body["number"]))  # slguard:safe
    if re.fullmatch(r"[0-9+*/ ()-]+", body["sum"]):
        eval(body["sum"])  # slguard:safe
    frame = pd.DataFrame(body["rows"])
    frame.query(body["filter"])  # slguard:expect code-injection
    frame.query("a > @limit", local_dict={"limit": body["limit"]})  # slguard:safe
    yaml.load(body["yaml"], Loader=yaml.Loader)  # slguard:expect deserialization
    yaml.load(body["yaml"], Loader=yaml.SafeLoader)  # slguard:safe
    yaml.safe_load(body["yaml"])  # slguard:safe
    list(yaml.load_all(body["yaml"], yaml.UnsafeLoader))  # slguard:expect deserialization
    return {"statusCode": 204}
