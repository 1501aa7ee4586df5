# slguard:handler lambda_handler STEP_FUNCTIONS
import os
from dataclasses import dataclass

import boto3

batch = boto3.client("batch")
sizes = {"small": 1, "medium": 4, "large": 16}


@dataclass(frozen=True)
class Task:
    name: str
    size: str
    attempts: int

    @staticmethod
    def of(event):
        size = event.get("size", "small")
        if size not in sizes:
            raise ValueError("size")
        return Task(name=event["name"], size=size, attempts=int(event.get("attempts", 1)))


def lambda_handler(event, context):
    task = Task.of(event)
    response = batch.submit_job(  # slguard:safe
        jobName=f"{os.environ['STAGE']}-{task.size}",
        jobQueue=os.environ["QUEUE"],
        jobDefinition=os.environ["DEFINITION"],
        retryStrategy={"attempts": task.attempts},
        containerOverrides={"vcpus": sizes[task.size], "environment": [{"name": "TASK", "value": task.name}]},
    )
    return {"jobId": response["jobId"], "attempts": task.attempts}
