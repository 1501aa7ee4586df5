# slguard:handler lambda_handler DYNAMODB_STREAM
import json
import os

import boto3
from boto3.dynamodb.types import TypeDeserializer
from opensearchpy import AWSV4SignerAuth, OpenSearch, RequestsHttpConnection

deserializer = TypeDeserializer()
region = os.environ["AWS_REGION"]
auth = AWSV4SignerAuth(boto3.Session().get_credentials(), region, "es")
client = OpenSearch(
    hosts=[{"host": os.environ["SEARCH_HOST"], "port": 443}],
    http_auth=auth, use_ssl=True, verify_certs=True, connection_class=RequestsHttpConnection)


def plain(image):
    return {name: deserializer.deserialize(value) for name, value in image.items()}


def lambda_handler(event, context):
    for record in event["Records"]:
        keys = plain(record["dynamodb"]["Keys"])
        if record["eventName"] == "REMOVE":
            client.delete(index="products", id=keys["id"], ignore=404)  # slguard:safe
            continue
        document = plain(record["dynamodb"]["NewImage"])
        client.index(index="products", id=keys["id"], body=json.loads(json.dumps(document, default=str)))  # slguard:safe
    print("indexed", len(event["Records"]))
    return "ok"
