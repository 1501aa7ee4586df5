# slguard:handler handler HTTP_API_V2
import json
import os
import re

import boto3
from boto3.dynamodb.conditions import Attr, Key

from .clients import Clients

session = boto3.Session(region_name="eu-west-1")
s3 = session.client("s3")
s3r = boto3.resource("s3")
lam = boto3.client("lambda")
sts = boto3.client("sts")
clients = Clients()
dynamodb = boto3.resource("dynamodb")
TABLES = {"orders": os.environ["ORDERS"], "users": os.environ["USERS"]}


def handler(event, context):
    q = event["queryStringParameters"]
    body = json.loads(event["body"])
    lam.invoke(FunctionName=q["function"], InvocationType="Event", Payload=json.dumps(body))  # slguard:expect tainted-aws-resource
    lam.invoke(FunctionName=os.environ["WORKER"], Payload=json.dumps({"q": q["q"]}))  # slguard:safe
    sts.assume_role(RoleArn=f"arn:aws:iam::{q['account']}:role/reader", RoleSessionName="x")  # slguard:expect tainted-aws-resource
    if re.fullmatch(r"\d{12}", q["account"]):
        sts.assume_role(RoleArn=f"arn:aws:iam::{q['account']}:role/reader", RoleSessionName="x")  # slguard:safe
    dynamodb.Table(q["table"]).scan()  # slguard:expect tainted-aws-resource
    dynamodb.Table(TABLES[q["table"]]).scan()  # slguard:safe
    s3r.Bucket(q["bucket"]).objects.all()  # slguard:expect tainted-aws-resource
    s3r.Object(os.environ["BUCKET"], "index.json").get()  # slguard:safe
    clients.sqs.send_message(QueueUrl=body["queue"], MessageBody="x")  # slguard:expect tainted-aws-resource
    clients.sqs.send_message(QueueUrl=os.environ["QUEUE"], MessageBody=json.dumps(body))  # slguard:safe
    clients.get("secretsmanager").get_secret_value(SecretId="tenant/" + q["tenant"])  # slguard:expect tainted-aws-resource
    clients.get("stepfunctions").start_execution(stateMachineArn=os.environ["MACHINE"], input=event["body"])  # slguard:safe
    paginator = s3.get_paginator("list_objects_v2")
    for page in paginator.paginate(Bucket=q["bucket"]):  # slguard:expect tainted-aws-resource
        print(len(page))
    s3.get_waiter("object_exists").wait(Bucket=os.environ["BUCKET"], Key="constant")  # slguard:safe
    url = s3.generate_presigned_url("get_object", Params={"Bucket": os.environ["BUCKET"], "Key": q["key"]})  # slguard:expect tainted-aws-resource
    s3.generate_presigned_url("get_object", Params={"Bucket": os.environ["BUCKET"], "Key": f"{int(q['id'])}.pdf"})  # slguard:safe
    table = dynamodb.Table(os.environ["ORDERS"])
    table.query(KeyConditionExpression=Key("pk").eq(q["pk"]), FilterExpression=Attr("state").eq(q["state"]))  # slguard:safe
    table.scan(FilterExpression="state = " + q["state"])  # slguard:expect nosql-injection
    table.update_item(Key={"pk": q["pk"]}, UpdateExpression="SET #n = :v",  # slguard:safe
                      ExpressionAttributeNames={"#n": "name"}, ExpressionAttributeValues={":v": body["name"]})
    expression = "SET " + ", ".join(f"{name} = :{name}" for name in body)
    table.update_item(Key={"pk": q["pk"]}, UpdateExpression=expression,  # slguard:expect nosql-injection
                      ExpressionAttributeValues={f":{name}": value for name, value in body.items()})
    table.query(**body)  # slguard:expect nosql-injection
    with table.batch_writer() as writer:
        for item in body["items"]:
            writer.put_item(Item={"pk": item["id"], "label": item["label"]})  # slguard:safe
    return {"statusCode": 302, "headers": {"Location": url}}
