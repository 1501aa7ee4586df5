# slguard:handler handler SQS
import json
import os
import shlex
import subprocess


def run_job(job):
    name = job["name"]
    os.popen("tar czf /tmp/" + name + ".tgz /mnt/data")  # slguard:expect command-injection


def run_job_safely(job):
    name = job["name"]
    os.popen("tar czf /tmp/" + shlex.quote(name) + ".tgz /mnt/data")  # slguard:safe
    subprocess.run(["tar", "czf", "/tmp/backup.tgz", "/mnt/data"], check=True)  # slguard:safe


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            job = json.loads(record["body"])
            run_job(job)
            run_job_safely(job)
            os.system("echo done " + record["messageId"])  # slguard:safe
            os.system("echo from " + record["eventSourceARN"])  # slguard:safe
        except KeyError:
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
