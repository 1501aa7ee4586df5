# slguard:handler lambda_handler S3
import codecs
import csv
import os
import tempfile
from urllib.parse import unquote_plus

import boto3

s3 = boto3.resource("s3")
table = boto3.resource("dynamodb").Table(os.environ["CONTACTS"])


def lambda_handler(event, context):
    total = 0
    for record in event["Records"]:
        item = s3.Object(record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"]))  # slguard:safe
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            item.download_file(file.name)  # slguard:safe
            with open(file.name, newline="", encoding="utf-8") as text:  # slguard:safe
                total += load(csv.DictReader(text, delimiter=";"))
        body = item.get()["Body"]
        for row in csv.DictReader(codecs.getreader("utf-8")(body)):
            total += 1 if row.get("email") else 0
    return total


def load(rows):
    count = 0
    with table.batch_writer(overwrite_by_pkeys=["email"]) as batch:
        for row in rows:
            email = row["email"].strip().lower()
            if "@" not in email:
                continue
            batch.put_item(Item={"email": email, "name": row.get("name", ""), "age": int(row["age"] or 0)})  # slguard:safe
            count += 1
    return count
