# slguard:handler handler
# slguard:handler sound
import os


def handler(event, context):
    q = event.get("queryStringParameters") or {}
    os.system("run " + (q.get("a") or "default"))  # slguard:expect command-injection
    os.system("run " + (q["b"] if "b" in q else "none"))  # slguard:expect command-injection
    if (name := q.get("c")) is not None:
        os.system("run " + name)  # slguard:expect command-injection
    command = "run"
    command += " " + q["d"]
    os.system(command)  # slguard:expect command-injection
    left, right = q["e"], "x"
    left, right = right, left
    os.system("run " + right)  # slguard:expect command-injection
    os.system("run " + left)  # slguard:safe
    while q.get("f"):
        command = q["f"]
        break
    os.system(command)  # slguard:expect command-injection
    os.system("run " * 2 + q["g"])  # slguard:expect command-injection


def sound(event, context):
    q = event.get("queryStringParameters") or {}
    value = q.get("a")
    value = "fixed"
    os.system("run " + value)  # slguard:safe
    debug = False
    if debug:
        os.system("run " + q["b"])  # slguard:safe
    if 1 > 2:
        os.system("run " + q["c"])  # slguard:safe
    value = q["d"]
    if len(value) == 0:
        value = "zero"
    else:
        value = "more"
    os.system("run " + value)  # slguard:safe
