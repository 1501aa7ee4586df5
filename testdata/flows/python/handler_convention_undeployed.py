# slguard:trigger HTTP_API_V2
import os


def save_handler(event, context):
    os.system("save " + event["body"])  # slguard:expect command-injection
    return report("fixed")


def report(name):
    os.system("report " + name)  # slguard:safe
    return {"statusCode": 200}


def lambda_entry(event, ctx):
    os.system("save " + event["queryStringParameters"]["name"])  # slguard:expect command-injection
    os.system("save %d" % len(event["body"]))  # slguard:safe
