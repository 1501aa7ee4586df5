# slguard:handler handler SCHEDULE
import os

import boto3
import pymysql

table = boto3.resource("dynamodb").Table(os.environ["ORDERS"])


def handler(event, context):
    cur = pymysql.connect(host=os.environ["DB_HOST"]).cursor()
    item = table.get_item(Key={"id": "latest"})["Item"]
    cur.execute("INSERT INTO totals VALUES ('" + item["customer"] + "')")  # slguard:expect sql-injection
    for row in table.scan().get("Items", []):
        cur.execute("UPDATE totals SET n = n + 1 WHERE name = '%s'" % row["customer"])  # slguard:expect sql-injection
        cur.execute("UPDATE totals SET n = n + 1 WHERE name = %s", (row["customer"],))  # slguard:safe
    cur.execute("INSERT INTO runs VALUES ('" + event["time"] + "')")  # slguard:safe
