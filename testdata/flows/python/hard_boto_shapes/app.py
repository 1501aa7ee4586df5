# slguard:handler handler
# slguard:handler sound
import os

from clients import Clients, bucket_of, table


def handler(event, context):
    q = event["queryStringParameters"]
    clients = Clients(os.environ["AWS_REGION"])
    clients.lambda_.invoke(FunctionName=q["function"], Payload=b"{}")  # slguard:expect tainted-aws-resource
    clients.sqs.send_message(QueueUrl=q["queue"], MessageBody="x")  # slguard:expect tainted-aws-resource
    table(q["table"]).get_item(Key={"id": "1"})
    pages = clients.s3.get_paginator("list_objects_v2")
    for page in pages.paginate(Bucket=q["bucket"], Prefix="fixed/"):  # slguard:expect tainted-aws-resource
        print(len(page))
    params = {"Bucket": os.environ["BUCKET"]}
    params["Key"] = q["key"]  # slguard:expect tainted-aws-resource
    url = clients.s3.generate_presigned_url("put_object", Params=params)
    clients.secrets.get_secret_value(SecretId="shop/" + q["tenant"])  # slguard:expect tainted-aws-resource
    bucket_of(q["bucket"]).Object("fixed").get()
    return {"statusCode": 200, "body": url}


def sound(event, context):
    q = event["queryStringParameters"]
    clients = Clients("eu-west-1")
    clients.lambda_.invoke(FunctionName=os.environ["TARGET"], Payload=q["payload"].encode())  # slguard:safe
    clients.sqs.send_message(QueueUrl=os.environ["QUEUE"], MessageBody=q["text"])  # slguard:safe
    table(os.environ["TABLE"]).put_item(Item={"id": q["id"]})  # slguard:safe
    names = {"a": "function-a", "b": "function-b"}
    clients.lambda_.invoke(FunctionName=names[q["function"]])  # slguard:safe
    return {"statusCode": 204}
