# slguard:handler handler
import json
import os

import boto3

sfn = boto3.client("stepfunctions")
events = boto3.client("events")
cognito = boto3.client("cognito-idp")


def handler(event, context):
    body = json.loads(event["body"])
    sfn.start_execution(stateMachineArn=body["machine"], input="{}")  # slguard:expect tainted-aws-resource
    events.put_events(Entries=[{"EventBusName": body["bus"], "Source": "shop", "DetailType": "x", "Detail": "{}"}])  # slguard:expect tainted-aws-resource
    cognito.admin_delete_user(UserPoolId=os.environ["POOL"], Username=body["user"])  # slguard:expect tainted-aws-resource
    sfn.start_execution(stateMachineArn=os.environ["MACHINE_ARN"], input=json.dumps(body))  # slguard:safe
    events.put_events(Entries=[{"EventBusName": os.environ["BUS"], "Source": "shop", "DetailType": "x", "Detail": json.dumps(body)}])  # slguard:safe
