# slguard:handler update HTTP_API_V2
# slguard:handler errors HTTP_API_V2
# slguard:handler library_errors HTTP_API_V2
# slguard:handler wrapped HTTP_API_V2
import json
import os
import sqlite3

import jwt

db = sqlite3.connect("/tmp/orders.db")
COLUMNS = ("status", "customer")
SECRET = os.environ["JWT_SECRET"]


def update(event, context):
    fields = json.loads(event["body"])
    known = {key: value for key, value in fields.items() if key in COLUMNS}
    sets = ", ".join("{} = ?".format(key) for key in known)
    db.execute("UPDATE orders SET " + sets, list(known.values()))  # slguard:safe
    db.execute("UPDATE orders SET " + " = ?, ".join(known), list(known.values()))  # slguard:safe
    db.execute("UPDATE orders SET " + " = ?, ".join(sorted(known)), list(known.values()))  # slguard:safe
    db.execute("UPDATE orders SET status = '" + "', '".join(known.values()) + "'")  # slguard:expect sql-injection
    any_field = {key.strip(): value for key, value in fields.items()}
    db.execute("UPDATE orders SET " + " = ?, ".join(any_field), list(any_field.values()))  # slguard:expect sql-injection
    chosen = {}
    for key, value in fields.items():
        if key in COLUMNS:
            chosen[key] = value
    for key, value in chosen.items():
        db.execute(f"UPDATE orders SET {key} = ?", [value])  # slguard:safe
        db.execute(f"UPDATE orders SET status = '{value}'")  # slguard:expect sql-injection
    chosen.update(fields)
    for key in chosen:
        db.execute(f"UPDATE orders SET {key} = 1")  # slguard:expect sql-injection
    who = jwt.decode(event["headers"]["authorization"], SECRET, algorithms=["HS256"])
    return {"statusCode": 200, "body": json.dumps({"who": who["sub"]})}  # slguard:safe


class BadRequest(Exception):
    pass


def check(body):
    if "id" not in body:
        raise BadRequest("id is missing")
    return body


def errors(event, context):
    try:
        return {"statusCode": 200, "body": json.dumps(check(json.loads(event["body"])))}
    except BadRequest as err:
        return {"statusCode": 400, "body": str(err)}  # slguard:safe
    except KeyError as err:
        return {"statusCode": 400, "body": f"missing {err}"}  # slguard:safe


def library_errors(event, context):
    try:
        return {"statusCode": 200, "body": json.dumps(db.execute("SELECT 1").fetchall())}
    except (BadRequest, sqlite3.Error) as err:
        return {"statusCode": 400, "body": str(err)}  # slguard:expect sensitive-data-exfiltration


def wrapped(event, context):
    try:
        try:
            return {"statusCode": 200, "body": json.dumps(db.execute("SELECT 1").fetchall())}
        except sqlite3.Error as err:
            raise BadRequest("cannot read: " + str(err)) from err
    except BadRequest as err:
        return {"statusCode": 400, "body": str(err)}  # slguard:expect sensitive-data-exfiltration
