# slguard:handler anchored
# slguard:handler unanchored
import re

import pymysql

cur = pymysql.connect(host="db").cursor()
NAME = re.compile(r"^[A-Za-z0-9_]{1,32}$")
LOOSE = re.compile(r"[A-Za-z0-9_]+")


def anchored(event, context):
    q = event["queryStringParameters"]
    table = q["table"]
    if not NAME.match(table):
        raise ValueError("table")
    cur.execute("SELECT * FROM " + table)  # slguard:safe
    if re.fullmatch(r"[a-z]+", q["view"]):
        cur.execute("SELECT * FROM " + q["view"])  # slguard:safe
    schema = q["schema"]
    if re.search(r"\A\w+\Z", schema) is None:
        return {"statusCode": 400}
    cur.execute("SELECT * FROM " + schema + ".t")  # slguard:safe
    cur.execute("SELECT * FROM " + re.sub(r"[^a-z]", "", q["any"]))  # slguard:safe


def unanchored(event, context):
    q = event["queryStringParameters"]
    table = q["table"]
    if not LOOSE.match(table):
        raise ValueError("table")
    cur.execute("SELECT * FROM " + table)  # slguard:expect sql-injection
    if re.search(r"[a-z]+", q["view"]):
        cur.execute("SELECT * FROM " + q["view"])  # slguard:expect sql-injection
    if re.match(r"^\w+$", q["schema"], re.M):
        cur.execute("SELECT * FROM " + q["schema"])  # slguard:expect sql-injection
    if re.match(r"^.*$", q["any"]):
        cur.execute("SELECT * FROM " + q["any"])  # slguard:expect sql-injection
