# slguard:handler handler HTTP_API_V2 authenticated
# slguard:handler bound HTTP_API_V2 authenticated
import os

import pymysql

db = pymysql.connect(host=os.environ["DB_HOST"], user="app", database="shop")


def claims(event):
    return event["requestContext"]["authorizer"]["jwt"]["claims"]


def handler(event, context):
    email = claims(event)["email"]
    with db.cursor() as cur:
        cur.execute("SELECT * FROM orders WHERE email = '" + email + "'")  # slguard:expect sql-injection
        return cur.fetchall()


def bound(event, context):
    email = claims(event)["email"]
    with db.cursor() as cur:
        cur.execute("SELECT * FROM orders WHERE email = %s", (email,))  # slguard:safe
        cur.execute("INSERT INTO log VALUES ('%s')" % event["requestContext"]["requestId"])  # slguard:safe
        return cur.fetchall()
