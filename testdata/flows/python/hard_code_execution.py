# slguard:handler handler
# slguard:handler sound
import ast
import builtins
import importlib
import operator
import re

OPERATORS = {"add": operator.add, "sub": operator.sub}
SUM = re.compile(r"^[0-9+\-*/() .]+$")


def handler(event, context):
    body = event["body"]
    code = compile(body, "<body>", "exec")  # slguard:expect code-injection
    exec(code, {})  # slguard:expect code-injection
    eval("1 + " + body, {"__builtins__": {}})  # slguard:expect code-injection
    builtins.exec(body)  # slguard:expect code-injection
    importlib.import_module("plugins." + body).run()  # slguard:expect code-injection
    __import__(body)  # slguard:expect code-injection
    globals()[body]()  # slguard:expect code-injection
    list(map(eval, body.split(";")))  # slguard:expect code-injection


def sound(event, context):
    body = event["body"]
    ast.literal_eval(body)  # slguard:safe
    if SUM.match(body):
        eval(body)  # slguard:safe
    OPERATORS[body](1, 2)  # slguard:safe
    if body in {"csv", "pdf"}:
        importlib.import_module("plugins." + body)  # slguard:safe
    eval(str(int(body)) + " + 1")  # slguard:safe
