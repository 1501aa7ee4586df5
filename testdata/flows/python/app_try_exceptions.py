# slguard:handler handler HTTP_API_V2
import json
import os


class InvalidName(Exception):
    def __init__(self, name, reason="invalid"):
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Rejected(ValueError):
    status = 400


def parse(text):
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = {"name": "default"}
    else:
        value.setdefault("name", "default")
    finally:
        done = True
    return value


def validate(name):
    if not name.isalpha():
        raise InvalidName(name)
    return name


def handler(event, context):
    value = parse(event["body"])
    try:
        validate(value["name"])
        os.system("ok " + value["name"])  # slguard:safe
    except InvalidName as problem:
        os.system("bad " + problem.name)  # slguard:expect command-injection
        os.system("bad " + problem.reason)  # slguard:safe
        os.system("bad %s" % problem)  # slguard:expect command-injection
        os.system("bad " + problem.args[0])  # slguard:expect command-injection
    except Rejected as problem:
        os.system("bad %d" % problem.status)  # slguard:safe
    try:
        number = int(value["number"])
    except (KeyError, ValueError):
        number = 1
    os.system(f"number {number}")  # slguard:safe
    try:
        text = value["text"]
    except KeyError:
        text = "none"
    os.system("text " + text)  # slguard:expect command-injection
    try:
        int(value["count"])
    except ValueError:
        return {"statusCode": 400}
    os.system("count " + value["count"])  # slguard:safe
    try:
        checked = float(value["amount"])
    except ValueError as error:
        raise Rejected("amount") from error
    os.system(f"amount {checked:.2f}")  # slguard:safe
