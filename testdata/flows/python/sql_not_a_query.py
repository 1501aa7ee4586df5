# slguard:handler handler
# slguard:handler other
import boto3
import pymysql

kendra = boto3.client("kendra")


class Scheduler:
    def execute(self, line):
        return line.upper()


def handler(event, context):
    term = event["queryStringParameters"]["q"]
    Scheduler().execute("select the best seat from " + term)  # slguard:safe
    kendra.query(IndexId="abc", QueryText="select " + term + " from set")  # slguard:safe
    message = "update your order, then select from the list: " + term  # slguard:safe
    return {"statusCode": 200, "body": message}


def other(event, context):
    term = event["queryStringParameters"]["q"]
    connection = pymysql.connect(host="db")
    connection.cursor().execute("select seat from seats where name = '" + term + "'")  # slguard:expect sql-injection
