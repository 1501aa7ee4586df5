import json
import os
import re
import shlex
import subprocess
from subprocess import run as execute

SIZES = {"small", "large"}
NAMES = {"a": "alpha", "b": "beta"}


def handler_direct(event, context):
    name = event["queryStringParameters"]["name"]
    os.system("convert " + name)  # slguard:expect command-injection
    os.system("convert " + shlex.quote(name))  # slguard:safe
    os.system(f"convert {name} x.png")  # slguard:expect command-injection
    os.system("convert %s" % name)  # slguard:expect command-injection
    os.system("convert {}".format(name))  # slguard:expect command-injection
    subprocess.run(["convert", name])  # slguard:safe
    subprocess.run(name, shell=True)  # slguard:expect command-injection
    subprocess.run([name, "x"])  # slguard:expect command-injection
    subprocess.run(["sh", "-c", "echo " + name])  # slguard:expect command-injection
    execute("echo " + name, shell=True)  # slguard:expect command-injection
    execute("echo " + name)  # slguard:safe


def handler_body(event, context):
    body = json.loads(event["body"])
    os.system(body["cmd"])  # slguard:expect command-injection
    count = int(body["count"])
    os.system(f"head -n {count}")  # slguard:safe
    size = body.get("size", "small")
    if size not in SIZES:
        return {"statusCode": 400}
    os.system("resize " + size)  # slguard:safe


def handler_guards(event, context):
    value = event["pathParameters"]["id"]
    if not re.fullmatch(r"[a-z0-9]+", value):
        raise ValueError("bad")
    os.system("show " + value)  # slguard:safe


def handler_weak_guard(event, context):
    value = event["pathParameters"]["id"]
    if not re.match(r"[a-z0-9]+", value):
        raise ValueError("bad")
    os.system("show " + value)  # slguard:expect command-injection


def handler_service_field(event, context):
    os.system("echo " + event["requestContext"]["requestId"])  # slguard:safe
    os.system("echo " + NAMES[event["body"]])  # slguard:safe


def is_safe(value):
    return True


def is_good(value):
    return value.isalnum()


def require_good(value):
    if not value.isalnum():
        raise ValueError("bad")


def handler_validators(event, context):
    name = event["body"]
    if is_safe(name):
        os.system("a " + name)  # slguard:expect command-injection
    if is_good(name):
        os.system("b " + name)  # slguard:safe
    other = event["headers"]["x-name"]
    require_good(other)
    os.system("c " + other)  # slguard:safe


class Runner:
    def __init__(self, prefix, target):
        self.prefix = prefix
        self.target = target

    def go(self):
        os.system(self.prefix + " " + self.target)  # slguard:expect command-injection

    def go_safe(self):
        os.system(self.prefix)  # slguard:safe


def handler_class(event, context):
    runner = Runner("ls", event["body"])
    runner.go()
    runner.go_safe()


def handler_comprehension(event, context):
    names = [n.strip() for n in event["body"].split(",")]
    os.system(" ".join(names))  # slguard:expect command-injection
    safe = [str(int(n)) for n in event["body"].split(",")]
    os.system(" ".join(safe))  # slguard:safe


def handler_closure(event, context):
    name = event["body"]

    def inner():
        os.system("echo " + name)  # slguard:expect command-injection

    inner()
    for f in [lambda x: os.system("f " + x)]:  # slguard:expect command-injection
        f(name)


def handler_dead(event, context):
    debug = False
    if debug:
        os.system(event["body"])  # slguard:safe
    data = {"good": "constant", "bad": event["body"]}
    os.system(data["good"])  # slguard:safe
    os.system(data["bad"])  # slguard:expect command-injection
    items = [event["body"], "x"]
    os.system(items[1])  # slguard:safe
    os.system(items[-1])  # slguard:safe
    os.system(items[0])  # slguard:expect command-injection


def handler_try(event, context):
    try:
        os.system(event["body"])  # slguard:expect command-injection
    except Exception as error:
        return {"statusCode": 500, "body": str(error)}  # slguard:expect sensitive-data-exfiltration
