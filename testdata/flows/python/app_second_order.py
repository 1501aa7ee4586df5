# slguard:handler handler HTTP_API_V2
# slguard:handler consumer EVENTBRIDGE
import json
import os
import sqlite3

import boto3
import requests

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
client = boto3.client("dynamodb")
s3 = boto3.client("s3")
sqs = boto3.resource("sqs")
db = sqlite3.connect("/tmp/a.db")


def handler(event, context):
    item = table.get_item(Key={"pk": "job"}).get("Item", {})
    os.system("job " + item["command"])  # slguard:expect command-injection
    os.system(f"job {int(item['count'])}")  # slguard:safe
    pages = client.get_paginator("scan").paginate(TableName=os.environ["TABLE"])
    for page in pages:
        for row in page["Items"]:
            os.system("row " + row["name"]["S"])  # slguard:expect command-injection
            os.system("row " + str(int(row["size"]["N"])))  # slguard:safe
    config = json.loads(s3.get_object(Bucket=os.environ["BUCKET"], Key="config.json")["Body"].read())
    os.system("config " + config["tool"])  # slguard:expect command-injection
    for summary in boto3.resource("s3").Bucket(os.environ["BUCKET"]).objects.filter(Prefix="in/"):
        os.system("file " + summary.key)  # slguard:expect command-injection
    for message in sqs.Queue(os.environ["QUEUE"]).receive_messages(MaxNumberOfMessages=10):
        os.system("message " + message.body)  # slguard:expect command-injection
        message.delete()
    for name, in db.execute("SELECT name FROM jobs"):
        os.system("stored " + name)  # slguard:expect command-injection
    answer = requests.get("https://api.example/jobs", timeout=3).json()
    os.system("remote " + answer["name"])  # slguard:expect command-injection
    os.system("remote %d" % len(answer["items"]))  # slguard:safe
    with open("/tmp/job.txt") as file:
        os.system("file " + file.read())  # slguard:expect command-injection
    table.put_item(Item={"pk": "x", "v": event["body"]})  # slguard:safe


def consumer(event, context):
    detail = event["detail"]
    db.execute("INSERT INTO jobs VALUES (?)", (detail["name"],))  # slguard:safe
    response = boto3.client("lambda").invoke(FunctionName=os.environ["F"], Payload=b"{}")
    result = json.load(response["Payload"])
    db.execute("SELECT * FROM jobs WHERE name = '" + result["name"] + "'")  # slguard:expect sql-injection
