# slguard:handler handler REST_API
# slguard:handler sound_handler REST_API
import json
import os

import boto3

ssm = boto3.client("ssm")
ecs = boto3.client("ecs")
INSTANCE = os.environ["INSTANCE_ID"]


def handler(event, context):
    body = json.loads(event["body"])
    ssm.send_command(
        InstanceIds=[INSTANCE],
        DocumentName="AWS-RunShellScript",
        Parameters={"commands": ["systemctl restart " + body["service"]]},  # slguard:expect command-injection
    )
    ecs.run_task(
        cluster="jobs",
        taskDefinition="worker",
        overrides={"containerOverrides": [{"name": "main", "command": ["sh", "-c", body["script"]]}]},  # slguard:expect command-injection
    )


SERVICES = {"web": "nginx", "queue": "rabbitmq"}


def sound_handler(event, context):
    body = json.loads(event["body"])
    unit = SERVICES.get(body["service"])
    if unit is None:
        return {"statusCode": 400}
    ssm.send_command(InstanceIds=[INSTANCE], DocumentName="AWS-RunShellScript", Parameters={"commands": ["systemctl restart " + unit]})  # slguard:safe
    return {"statusCode": 200}
