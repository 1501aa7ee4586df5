# slguard:handler handler
# slguard:handler sound
import os

from models import Job


def handler(event, context):
    job = Job.model_validate_json(event["body"])
    os.system("run " + job.command)  # slguard:expect command-injection
    os.system("run " + job.options.label)  # slguard:expect command-injection


def sound(event, context):
    job = Job.model_validate_json(event["body"])
    os.system("run " + job.mode)  # slguard:safe
    os.system("run %s" % job.count)  # slguard:safe
    os.system(f"run {job.id}")  # slguard:safe
    os.system(f"run {job.level.value}")  # slguard:safe
