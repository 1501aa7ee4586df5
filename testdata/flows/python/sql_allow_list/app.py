# slguard:handler handler
# slguard:handler checked
from validation import check_column, pretend_check
import sqlite3

db = sqlite3.connect("/mnt/efs/app.db")
DIRECTIONS = frozenset({"ASC", "DESC"})


def handler(event, context):
    q = event["queryStringParameters"]
    column = q["sort"]
    if not pretend_check(column):
        return {"statusCode": 400}
    db.execute("SELECT * FROM t ORDER BY " + column)  # slguard:expect sql-injection
    direction = q["dir"]
    if direction in DIRECTIONS:
        print("known direction")
    db.execute("SELECT * FROM t ORDER BY a " + direction)  # slguard:expect sql-injection


def checked(event, context):
    q = event["queryStringParameters"]
    column = q["sort"]
    check_column(column)
    db.execute("SELECT * FROM t ORDER BY " + column)  # slguard:safe
    direction = q["dir"] if q["dir"] in DIRECTIONS else "ASC"
    db.execute("SELECT * FROM t ORDER BY a " + direction)  # slguard:safe
    if q["mode"] == "full":
        db.execute("SELECT '" + q["mode"] + "' FROM t")  # slguard:safe
    match q["unit"]:
        case "day":
            unit = "d"
        case "week":
            unit = "w"
        case _:
            unit = "m"
    db.execute("SELECT " + unit + " FROM t")  # slguard:safe
    field = {"a": "alpha", "b": "beta"}.get(q["field"], "alpha")
    db.execute("SELECT " + field + " FROM t")  # slguard:safe
