import sqlite3

import boto3
import psycopg2
import pymysql
from sqlalchemy import create_engine, text

connection = psycopg2.connect("dbname=x")
table = boto3.resource("dynamodb").Table("orders")
engine = create_engine("sqlite://")


def handler_dbapi(event, context):
    name = event["queryStringParameters"]["name"]
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)  # slguard:expect sql-injection
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))  # slguard:safe
    with sqlite3.connect("x.db") as db:
        db.execute(f"DELETE FROM t WHERE id = {name}")  # slguard:expect sql-injection
        number = event["queryStringParameters"]["number"]
        db.execute(f"DELETE FROM t WHERE id = {int(number)}")  # slguard:safe
    with pymysql.connect(host="h").cursor() as other:
        other.execute("select " + name)  # slguard:expect sql-injection
    with engine.connect() as conn:
        conn.execute(text("select " + name))  # slguard:expect sql-injection
        conn.execute(text("select :n"), {"n": name})  # slguard:safe


def handler_aws(event, context):
    sql = "select * from t where id = " + event["body"]
    boto3.client("rds-data").execute_statement(resourceArn="a", secretArn="b", sql=sql)  # slguard:expect sql-injection
    boto3.client("athena").start_query_execution(QueryString=sql)  # slguard:expect sql-injection
    table.scan(FilterExpression="a = " + event["body"])  # slguard:expect nosql-injection
    table.get_item(Key={"id": event["body"]})  # slguard:safe
    table.query(**event["queryStringParameters"])  # slguard:expect nosql-injection


def handler_second_order(event, context):
    item = table.get_item(Key={"id": event["pathParameters"]["id"]})["Item"]
    connection.cursor().execute("select " + item["query"])  # slguard:expect sql-injection


def handler_order_by(event, context):
    order = event["queryStringParameters"].get("order", "name")
    if order not in ("name", "age"):
        order = "name"
    connection.cursor().execute("select * from t order by " + order)  # slguard:safe
