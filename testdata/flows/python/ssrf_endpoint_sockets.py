# slguard:handler handler
import ftplib
import os
import smtplib
import socket

import boto3
import pandas as pd
import redis


def handler(event, context):
    q = event["queryStringParameters"]
    boto3.client("s3", endpoint_url=q["endpoint"])  # slguard:expect ssrf
    socket.create_connection((q["host"], 80))  # slguard:expect ssrf
    ftplib.FTP(q["host"])  # slguard:expect ssrf
    smtplib.SMTP(q["host"])  # slguard:expect ssrf
    redis.from_url(q["cache"])  # slguard:expect ssrf
    boto3.client("s3", endpoint_url=os.environ["ENDPOINT"])  # slguard:safe
    socket.create_connection(("db.internal", int(q["port"])))  # slguard:safe
    smtplib.SMTP("mail.internal", 25)  # slguard:safe
