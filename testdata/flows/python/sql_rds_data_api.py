# slguard:handler handler
import json
import os

import boto3

rds = boto3.client("rds-data")
COMMON = {"resourceArn": os.environ["CLUSTER_ARN"], "secretArn": os.environ["SECRET_ARN"], "database": "shop"}


def handler(event, context):
    item = json.loads(event["body"])
    rds.execute_statement(sql="INSERT INTO items VALUES ('%s', 1)" % item["name"], **COMMON)  # slguard:expect sql-injection
    rds.batch_execute_statement(sql="UPDATE items SET n = " + item["count"], parameterSets=[], **COMMON)  # slguard:expect sql-injection
    rds.execute_statement(
        sql="INSERT INTO items VALUES (:name, 1)",  # slguard:safe
        parameters=[{"name": "name", "value": {"stringValue": item["name"]}}],
        **COMMON,
    )
