# slguard:handler handler SQS
# slguard:handler sound SQS
import json
import os


def bodies(records):
    for record in records:
        yield json.loads(record["body"])


def handler(event, context):
    names = [b["name"] for b in bodies(event["Records"]) if b.get("name")]
    os.system("process " + " ".join(names))  # slguard:expect command-injection
    by_id = {r["messageId"]: r["body"] for r in event["Records"]}
    for body in by_id.values():
        os.system("process " + body)  # slguard:expect command-injection
    os.system("process " + ",".join(sorted({b["kind"] for b in bodies(event["Records"])})))  # slguard:expect command-injection
    os.system("process " + next(b["id"] for b in bodies(event["Records"])))  # slguard:expect command-injection


def sound(event, context):
    ids = [r["messageId"] for r in event["Records"]]
    os.system("process " + " ".join(ids))  # slguard:safe
    sizes = [str(len(b["name"])) for b in bodies(event["Records"])]
    os.system("process " + " ".join(sizes))  # slguard:safe
    numbers = ["%d" % int(b["n"]) for b in bodies(event["Records"])]
    os.system("process " + " ".join(numbers))  # slguard:safe
