# slguard:handler handler
# slguard:handler sound
import json
import sqlite3
import subprocess

import boto3

bedrock = boto3.client("bedrock-runtime")


def ask(prompt):
    response = bedrock.converse(modelId="m", messages=[{"role": "user", "content": [{"text": prompt}]}])
    return response["output"]["message"]["content"][0]["text"]


def ask_old(prompt):
    response = bedrock.invoke_model(modelId="m", body=json.dumps({"prompt": prompt}))
    return json.loads(response["body"].read())["completion"]


def handler(event, context):
    exec(ask("write python"))  # slguard:expect code-injection
    sqlite3.connect("/tmp/a.db").execute(ask_old("write sql"))  # slguard:expect sql-injection
    plan = json.loads(ask("plan"))
    subprocess.run(plan["command"], shell=True)  # slguard:expect command-injection


def sound(event, context):
    plan = json.loads(ask("plan"))
    if plan["command"] not in ("build", "test"):
        return None
    subprocess.run(plan["command"], shell=True)  # slguard:safe
    sqlite3.connect("/tmp/a.db").execute("INSERT INTO answers VALUES (?)", (ask("x"),))  # slguard:safe
    return {"statusCode": 200, "body": json.dumps({"answer": ask("x")})}  # slguard:safe
