# slguard:handler firehose FIREHOSE
# slguard:handler kafka KAFKA
# slguard:handler logs CLOUDWATCH_LOGS
# slguard:handler rabbit RABBITMQ
# slguard:handler active ACTIVEMQ
# slguard:handler pre_sign_up COGNITO
# slguard:handler custom_message COGNITO
# slguard:handler websocket WEBSOCKET
# slguard:handler appsync APPSYNC
# slguard:handler lex LEX
# slguard:handler ses SES
# slguard:handler iot IOT
# slguard:handler edge CLOUDFRONT
# slguard:handler batch S3_BATCH
# slguard:handler documents DOCUMENTDB
# slguard:handler scheduled SCHEDULE
# slguard:handler custom_resource CUSTOM_RESOURCE
# slguard:handler url FUNCTION_URL
# slguard:handler connect CONNECT
# slguard:handler alexa ALEXA
# slguard:handler alarm CLOUDWATCH_ALARM
# slguard:handler agent BEDROCK_AGENT
# slguard:handler step STEP_FUNCTIONS
import base64
import gzip
import json
import os


def firehose(event, context):
    output = []
    for record in event["records"]:
        line = base64.b64decode(record["data"]).decode("utf-8")
        os.system("transform " + line)  # slguard:expect command-injection
        os.system("transform " + record["recordId"])  # slguard:safe
        output.append({"recordId": record["recordId"], "result": "Ok", "data": record["data"]})
    return {"records": output}


def kafka(event, context):
    for partition, records in event["records"].items():
        for record in records:
            value = json.loads(base64.b64decode(record["value"]))
            os.system("consume " + value["task"])  # slguard:expect command-injection
            os.system("consume %s" % record["offset"])  # slguard:safe
            key = base64.b64decode(record.get("key", "")).decode()
            os.system("consume " + key)  # slguard:expect command-injection


def logs(event, context):
    payload = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    for entry in payload["logEvents"]:
        os.system("alert '" + entry["message"] + "'")  # slguard:expect command-injection
    os.system("alert " + payload["logGroup"])  # slguard:safe


def rabbit(event, context):
    for queue, messages in event["rmqMessagesByQueue"].items():
        for message in messages:
            os.system("rabbit " + base64.b64decode(message["data"]).decode())  # slguard:expect command-injection


def active(event, context):
    for message in event["messages"]:
        os.system("active " + base64.b64decode(message["data"]).decode())  # slguard:expect command-injection
        os.system("active " + message["messageID"])  # slguard:safe


def pre_sign_up(event, context):
    email = event["request"]["userAttributes"]["email"]
    os.system("welcome " + email)  # slguard:expect command-injection
    os.system("welcome " + event["request"]["userAttributes"]["sub"])  # slguard:safe
    if email.split("@")[1] in ("example.com", "example.org"):
        event["response"]["autoConfirmUser"] = True
    os.system("pool " + event["userPoolId"])  # slguard:safe
    return event


def custom_message(event, context):
    name = event["request"]["userAttributes"].get("name", "")
    os.system("mail " + event["request"]["clientMetadata"]["lang"])  # slguard:expect command-injection
    os.system("mail " + event["triggerSource"])  # slguard:safe
    event["response"]["emailSubject"] = "Hello " + name
    return event


def websocket(event, context):
    message = json.loads(event.get("body", "{}"))
    os.system("say " + message["text"])  # slguard:expect command-injection
    os.system("say " + event["requestContext"]["connectionId"])  # slguard:safe
    return {"statusCode": 200}


def appsync(event, context):
    field = event["info"]["fieldName"]
    if field == "search":
        os.system("search " + event["arguments"]["text"])  # slguard:expect command-injection
    os.system("audit " + field)  # slguard:safe
    return []


def lex(event, context):
    slots = event["sessionState"]["intent"]["slots"]
    city = slots["City"]["value"]["interpretedValue"]
    os.system("weather " + city)  # slguard:expect command-injection
    os.system("intent " + event["sessionState"]["intent"]["name"])  # slguard:safe
    os.system("heard " + event["inputTranscript"])  # slguard:expect command-injection


def ses(event, context):
    mail = event["Records"][0]["ses"]["mail"]
    os.system("sort " + mail["commonHeaders"]["subject"])  # slguard:expect command-injection
    os.system("sort " + mail["messageId"])  # slguard:safe


def iot(event, context):
    os.system("device " + event["state"])  # slguard:expect command-injection


def edge(event, context):
    request = event["Records"][0]["cf"]["request"]
    os.system("edge " + request["uri"])  # slguard:expect command-injection
    agent = request["headers"].get("user-agent", [{"value": ""}])[0]["value"]
    os.system("edge " + agent)  # slguard:expect command-injection
    os.system("edge " + request["clientIp"])  # slguard:safe
    return request


def batch(event, context):
    results = []
    for task in event["tasks"]:
        os.system("batch " + task["s3Key"])  # slguard:expect command-injection
        os.system("batch " + task["taskId"])  # slguard:safe
        results.append({"taskId": task["taskId"], "resultCode": "Succeeded", "resultString": ""})
    return {"invocationSchemaVersion": "1.0", "results": results}


def documents(event, context):
    for change in event["events"]:
        os.system("doc " + change["event"]["fullDocument"]["title"])  # slguard:expect command-injection


def scheduled(event, context):
    os.system("nightly " + event["time"])  # slguard:safe


def custom_resource(event, context):
    os.system("create " + event["ResourceProperties"]["Name"])  # slguard:safe


def url(event, context):
    cookie = event["cookies"][0]
    os.system("cookie " + cookie)  # slguard:expect command-injection
    os.system("from " + event["requestContext"]["http"]["sourceIp"])  # slguard:safe
    os.system("query " + event["rawQueryString"])  # slguard:expect command-injection


def connect(event, context):
    os.system("call " + event["Details"]["Parameters"]["name"])  # slguard:expect command-injection


def alexa(event, context):
    os.system("alexa " + event["request"]["intent"]["slots"]["item"]["value"])  # slguard:expect command-injection


def alarm(event, context):
    os.system("alarm " + event["alarmArn"])  # slguard:safe


def agent(event, context):
    parameters = {each["name"]: each["value"] for each in event.get("parameters", [])}
    os.system("agent " + parameters["city"])  # slguard:expect command-injection
    os.system("agent " + event["actionGroup"])  # slguard:safe


def step(event, context):
    os.system("step " + event["input"]["name"])  # slguard:expect command-injection
