# slguard:handler handler FUNCTION_URL
import csv
import email
import io
import sqlite3

db = sqlite3.connect(":memory:")


def handler(event, context):
    for row in csv.DictReader(io.StringIO(event["body"])):
        db.execute("INSERT INTO t VALUES ('" + row["name"] + "')")  # slguard:expect sql-injection
        db.execute("INSERT INTO t VALUES (?)", (row["name"],))  # slguard:safe
    for cells in csv.reader(event["body"].splitlines(), delimiter=";"):
        db.execute("INSERT INTO t VALUES ('%s')" % cells[0])  # slguard:expect sql-injection
    message = email.message_from_string(event["body"])
    db.execute("INSERT INTO t VALUES ('" + message["Subject"] + "')")  # slguard:expect sql-injection
    db.execute("INSERT INTO t VALUES ('" + message.get_payload() + "')")  # slguard:expect sql-injection
    db.execute("INSERT INTO t VALUES (%d)" % len(message.get_payload()))  # slguard:safe
