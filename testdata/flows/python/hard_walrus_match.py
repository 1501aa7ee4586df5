# slguard:handler handler
# slguard:handler matched
# slguard:handler shapes
import os
import re

NAME = re.compile(r"[a-z]+")


def handler(event, context):
    if (name := event["queryStringParameters"].get("name")) and len(name) < 20:
        os.system("say " + name)  # slguard:expect command-injection
    if (found := NAME.fullmatch(event["queryStringParameters"]["word"])) is not None:
        os.system("say " + found.group())  # slguard:safe
        os.system("say " + found[0])  # slguard:safe
    if found := re.match(r"([a-z]+)(.*)", event["body"]):
        os.system("say " + found.group(1))  # slguard:safe
        os.system("say " + found.group(2))  # slguard:expect command-injection
    while chunk := event["body"][:10]:
        os.system("say " + chunk)  # slguard:expect command-injection
        break


def matched(event, context):
    kind = event["queryStringParameters"]["kind"]
    match kind:
        case "pdf" | "csv":
            os.system("make " + kind)  # slguard:safe
        case other if other.isdigit():
            os.system("make " + other)  # slguard:safe
        case other if len(other) < 5:
            os.system("make " + other)  # slguard:expect command-injection
        case _:
            raise ValueError(kind)
    mode = event["queryStringParameters"]["mode"]
    match mode:
        case "fast" | "slow":
            pass
        case _:
            return {"statusCode": 400}
    os.system("mode " + mode)  # slguard:safe
    level = event["queryStringParameters"]["level"]
    match level:
        case "1":
            chosen = "one"
        case "2":
            chosen = "two"
        case _:
            chosen = level
    os.system("level " + chosen)  # slguard:expect command-injection


def shapes(event, context):
    import json
    match json.loads(event["body"]):
        case {"action": "run", "name": str(name), **rest}:
            os.system("run " + name)  # slguard:expect command-injection
            os.system("run " + rest["extra"])  # slguard:expect command-injection
        case {"action": "count", "name": int(number)}:
            os.system(f"count {number}")  # slguard:safe
        case [first, *others]:
            os.system("first " + first)  # slguard:expect command-injection
        case {"fixed": "a" as fixed}:
            os.system("fixed " + fixed)  # slguard:safe
