# slguard:handler handler
# slguard:handler sound
import copy
import os


def handler(event, context):
    q = event["queryStringParameters"]
    settings = {"mode": "fast"}
    settings.update(q)
    os.system("run " + settings["name"])  # slguard:expect command-injection
    os.system("run " + copy.deepcopy(q)["name"])  # slguard:expect command-injection
    os.system("run " + {**q, "x": 1}["name"])  # slguard:expect command-injection
    os.system("run " + q.pop("first", ""))  # slguard:expect command-injection
    os.system("run " + settings.setdefault("other", q["other"]))  # slguard:expect command-injection
    for value in q.values():
        os.system("run " + value)  # slguard:expect command-injection
    merged = settings | {"late": q["late"]}
    os.system("run " + merged["late"])  # slguard:expect command-injection
    first, *rest = [q["a"], q["b"]]
    os.system("run " + rest[0])  # slguard:expect command-injection


def sound(event, context):
    q = event["queryStringParameters"]
    settings = {"mode": "fast", "name": q["name"]}
    os.system("run " + settings["mode"])  # slguard:safe
    settings["name"] = "fixed"
    os.system("run " + settings["name"])  # slguard:safe
    os.system("run " + {**q, "mode": "slow"}["mode"])  # slguard:safe
    pair = [q["a"], "constant"]
    os.system("run " + pair[1])  # slguard:safe
    for key, value in {"a": 1, "b": 2}.items():
        os.system("run %s %d" % (key, value))  # slguard:safe
    del q
    os.system("run " + str(len(settings)))  # slguard:safe
