# slguard:handler handler HTTP_API_V2
# slguard:handler calm HTTP_API_V2
import hashlib
import hmac
import json
import os
import smtplib

import boto3
import jwt
import mysql.connector
import paramiko
import psycopg2
import pymongo
import pymysql
import redis
import requests
from cryptography.fernet import Fernet
from itsdangerous import URLSafeTimedSerializer
from jose import jwt as jose
from requests.auth import HTTPBasicAuth

from .settings import SETTINGS, Defaults

JWT_SECRET = "kR8vLq2Zx9TnBw4J"  # slguard:expect hardcoded-secret
API_TOKEN = os.environ.get("API_TOKEN", "c29tZS1mYWxsYmFjaw9Q7x")  # slguard:expect hardcoded-secret
PASSWORD_PARAMETER = "/shop/database/password"  # slguard:safe
TOKEN_HEADER = "X-Auth-Token"  # slguard:safe


def handler(event, context):
    psycopg2.connect(host="db", user="app", password="s3cr3t-Horse-91")  # slguard:expect hardcoded-secret
    pymysql.connect(host="db", user="app", passwd="s3cr3t-Horse-91", db="shop")  # slguard:expect hardcoded-secret
    mysql.connector.connect(user="app", password="s3cr3t-Horse-91", host="db")  # slguard:expect hardcoded-secret
    psycopg2.connect("postgresql://app:s3cr3t-Horse-91@db.internal/shop")  # slguard:expect hardcoded-secret
    psycopg2.connect("host=db user=app password=s3cr3t-Horse-91")  # slguard:expect hardcoded-secret
    pymongo.MongoClient("mongodb+srv://app:s3cr3tHorse91@cluster.example/shop")  # slguard:expect hardcoded-secret
    redis.Redis(host="cache", password="s3cr3t-Horse-91")  # slguard:expect hardcoded-secret
    redis.from_url("redis://:s3cr3tHorse91@cache:6379/0")  # slguard:expect hardcoded-secret
    boto3.client("s3", aws_access_key_id=os.environ["A"], aws_secret_access_key="wJ4lrXUtnFEMI/K7MDENG+bPxRfiCYzQ8LmN0vRs")  # slguard:expect hardcoded-secret
    boto3.Session("AKIAQ3EGSL7WKD2VN5XB", os.environ["B"])  # slguard:expect hardcoded-secret
    with smtplib.SMTP_SSL("mail", 465) as server:
        server.login("robot@shop.example", "s3cr3t-Horse-91")  # slguard:expect hardcoded-secret
    ssh = paramiko.SSHClient()
    ssh.connect("host", username="deploy", password="s3cr3t-Horse-91")  # slguard:expect hardcoded-secret
    requests.get("https://api.example/", auth=("robot", "s3cr3t-Horse-91"))  # slguard:expect hardcoded-secret
    requests.get("https://api.example/", auth=HTTPBasicAuth("robot", "s3cr3t-Horse-91"))  # slguard:expect hardcoded-secret
    requests.get("https://api.example/", headers={"Authorization": "Bearer 9f8QmZ3xLrT7vKp2"})  # slguard:expect hardcoded-secret
    jwt.encode({"sub": "x"}, "kR8vLq2Zx9TnBw4J", algorithm="HS256")  # slguard:expect hardcoded-secret
    jwt.decode(event["headers"]["authorization"], key="kR8vLq2Zx9TnBw4J", algorithms=["HS256"])  # slguard:expect hardcoded-secret
    jose.encode({"sub": "x"}, "kR8vLq2Zx9TnBw4J")  # slguard:expect hardcoded-secret
    hmac.new(b"kR8vLq2Zx9TnBw4J", event["body"].encode(), hashlib.sha256)  # slguard:expect hardcoded-secret
    URLSafeTimedSerializer("kR8vLq2Zx9TnBw4J").dumps({"id": 1})  # slguard:expect hardcoded-secret
    Fernet(b"ZmDfcTF7_60GrrY167zsiPd67pEvs0aGOv2oasOM1Pg=")  # slguard:expect hardcoded-secret
    if event["headers"].get("x-api-key") == "q7Zp2Lk9Wd4Xs":  # slguard:expect hardcoded-secret
        return {"statusCode": 200}
    if event["headers"]["authorization"] != "Bearer q7Zp2Lk9Wd4Xs":  # slguard:expect hardcoded-secret
        return {"statusCode": 401}
    cognito = boto3.client("cognito-idp")
    cognito.admin_create_user(UserPoolId=os.environ["POOL"], Username="robot", TemporaryPassword="Welcome-4821!")  # slguard:expect hardcoded-secret
    return {"statusCode": 200, "body": json.dumps({"stage": Defaults.stage, "name": SETTINGS["name"]})}


def calm(event, context):
    secret = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId="shop/database")["SecretString"])
    psycopg2.connect(host="db", user="app", password=secret["password"])  # slguard:safe
    psycopg2.connect(host="localhost", user="app", password="")  # slguard:safe
    pymysql.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])  # slguard:safe
    pymysql.connect(host="db", user="app", password="<your password>")  # slguard:safe
    redis.from_url(f"redis://:{secret['cache']}@cache:6379/0")  # slguard:safe
    redis.from_url("redis://cache:6379/0")  # slguard:safe
    requests.get("https://api.example/", headers={"Authorization": f"Bearer {secret['token']}"})  # slguard:safe
    requests.get("https://api.example/", headers={"Authorization": "Bearer ${TOKEN}"})  # slguard:safe
    jwt.encode({"sub": "x"}, os.environ["JWT_KEY"], algorithm="HS256")  # slguard:safe
    hmac.new(secret["key"].encode(), event["body"].encode(), "sha256")  # slguard:safe
    if event["headers"].get("content-type") == "application/json":  # slguard:safe
        return {"statusCode": 200}
    if event["headers"].get("x-shop-mode") != "preview-only":  # slguard:safe
        return {"statusCode": 400}
    if hmac.compare_digest(event["headers"]["x-api-key"], os.environ["API_KEY"]):  # slguard:safe
        return {"statusCode": 200}
    token_type = "Bearer"  # slguard:safe
    next_token = None
    pages = boto3.client("ssm").get_parameters_by_path(Path="/shop/password", WithDecryption=True, NextToken="")  # slguard:safe
    request_id = "123e4567-e89b-12d3-a456-426614174000"  # slguard:safe
    etag = "d41d8cd98f00b204e9800998ecf8427e"  # slguard:safe
    error = {"password": "must have at least 8 characters"}  # slguard:safe
    labels = {"password": "Passwort", "token": "Token"}  # slguard:safe
    grant = {"grant_type": "password", "token_endpoint": "https://login.example/oauth/token"}  # slguard:safe
    return {"statusCode": 400, "body": json.dumps([error, labels, grant, request_id, etag, token_type])}
