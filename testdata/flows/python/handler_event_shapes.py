# slguard:handler bridge EVENTBRIDGE
# slguard:handler workflow STEP_FUNCTIONS
# slguard:handler sns SNS
# slguard:handler firehose FIREHOSE
# slguard:handler kafka KAFKA
# slguard:handler ses SES
# slguard:handler edge CLOUDFRONT
# slguard:handler agent BEDROCK_AGENT
# slguard:handler lex LEX
# slguard:handler iot IOT
# slguard:handler signup COGNITO
# slguard:handler scheduled SCHEDULE
# slguard:handler custom CUSTOM_RESOURCE
import base64
import json
import os


def bridge(event, context):
    os.system("run " + event["detail"]["name"])  # slguard:expect command-injection
    os.system("run " + event["source"] + event["detail-type"] + event["region"])  # slguard:safe


def workflow(event, context):
    os.system("run " + event["input"]["name"])  # slguard:expect command-injection
    os.system("run " + context.aws_request_id)  # slguard:safe


def sns(event, context):
    message = json.loads(event["Records"][0]["Sns"]["Message"])
    os.system("run " + message["name"])  # slguard:expect command-injection
    os.system("run " + event["Records"][0]["Sns"]["MessageId"])  # slguard:safe


def firehose(event, context):
    output = []
    for record in event["records"]:
        payload = base64.b64decode(record["data"]).decode("utf-8")
        os.system("run " + payload)  # slguard:expect command-injection
        output.append({"recordId": record["recordId"], "result": "Ok", "data": record["data"]})
        os.system("run " + record["recordId"])  # slguard:safe
    return {"records": output}


def kafka(event, context):
    for topic, records in event["records"].items():
        for record in records:
            os.system("run " + base64.b64decode(record["value"]).decode())  # slguard:expect command-injection
            os.system("run %s %d" % (topic, record["offset"]))  # slguard:safe


def ses(event, context):
    mail = event["Records"][0]["ses"]["mail"]
    os.system("run " + mail["commonHeaders"]["subject"])  # slguard:expect command-injection
    os.system("run " + mail["messageId"])  # slguard:safe


def edge(event, context):
    request = event["Records"][0]["cf"]["request"]
    os.system("run " + request["uri"])  # slguard:expect command-injection
    os.system("run " + event["Records"][0]["cf"]["config"]["distributionId"])  # slguard:safe
    return request


def agent(event, context):
    parameters = {p["name"]: p["value"] for p in event["parameters"]}
    os.system("run " + parameters["city"])  # slguard:expect command-injection
    os.system("run " + event["actionGroup"])  # slguard:safe


def lex(event, context):
    slots = event["sessionState"]["intent"]["slots"]
    os.system("run " + slots["City"]["value"]["interpretedValue"])  # slguard:expect command-injection
    os.system("run " + event["bot"]["name"])  # slguard:safe


def iot(event, context):
    os.system("run " + event["device"])  # slguard:expect command-injection


def signup(event, context):
    os.system("welcome " + event["request"]["userAttributes"]["name"])  # slguard:expect command-injection
    os.system("welcome " + event["userPoolId"] + event["request"]["userAttributes"]["sub"])  # slguard:safe
    return event


def scheduled(event, context):
    os.system("run " + event["time"] + event["resources"][0])  # slguard:safe


def custom(event, context):
    os.system("run " + event["ResourceProperties"]["Name"])  # slguard:safe
    os.system("run " + event["PhysicalResourceId"])  # slguard:safe
