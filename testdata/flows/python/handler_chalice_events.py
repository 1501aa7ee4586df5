# slguard:handler app UNKNOWN
import json
import os

from chalice import Chalice, Rate

app = Chalice(app_name="jobs")


@app.on_s3_event(bucket="uploads", events=["s3:ObjectCreated:*"])
def on_upload(event):
    os.system("scan " + event.key)  # slguard:expect command-injection
    os.system("scan " + event.bucket)  # slguard:safe


@app.on_sqs_message(queue="jobs")
def on_message(event):
    for record in event:
        os.system("run " + json.loads(record.body)["name"])  # slguard:expect command-injection


@app.on_sns_message(topic="news")
def on_news(event):
    os.system("say " + event.message)  # slguard:expect command-injection
    os.system("say " + event.subject)  # slguard:expect command-injection


@app.on_kinesis_record(stream="clicks")
def on_clicks(event):
    for record in event:
        os.system("count " + record.data.decode())  # slguard:expect command-injection


@app.on_dynamodb_record(stream_arn="arn:aws:dynamodb:eu-west-1:1:table/t/stream/1")
def on_change(event):
    for record in event:
        os.system("change " + record.new_image["name"]["S"])  # slguard:expect command-injection


@app.on_ws_message()
def on_chat(event):
    os.system("chat " + event.body)  # slguard:expect command-injection
    os.system("chat " + event.connection_id)  # slguard:safe


@app.lambda_function(name="direct")
def direct(event, context):
    os.system("direct " + event["name"])  # slguard:expect command-injection


@app.schedule(Rate(1, unit=Rate.HOURS))
def hourly(event):
    os.system("hourly " + event.time)  # slguard:safe
