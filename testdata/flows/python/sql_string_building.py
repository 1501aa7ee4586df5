# slguard:handler percent
# slguard:handler fmt
# slguard:handler append
# slguard:handler joined
# slguard:handler bound
import sqlite3

conn = sqlite3.connect("/tmp/cache.db")


def percent(event, context):
    who = event["pathParameters"]["user"]
    return conn.execute("SELECT * FROM visits WHERE user = '%s'" % who).fetchall()  # slguard:expect sql-injection


def fmt(event, context):
    who = event["pathParameters"]["user"]
    query = "DELETE FROM visits WHERE user = '{user}'".format(user=who)
    cur = conn.cursor()
    cur.executescript(query)  # slguard:expect sql-injection


def append(event, context):
    params = event["queryStringParameters"]
    query = "SELECT * FROM visits WHERE 1 = 1"
    if params.get("user"):
        query += " AND user = '" + params["user"] + "'"
    if params.get("day"):
        query += " AND day = ?"
    return conn.cursor().execute(query, (params.get("day"),)).fetchall()  # slguard:expect sql-injection


def joined(event, context):
    clauses = []
    for column, value in event["queryStringParameters"].items():
        clauses.append(f"{column} = '{value}'")
    conn.execute("SELECT * FROM visits WHERE " + " AND ".join(clauses))  # slguard:expect sql-injection


def bound(event, context):
    params = event["queryStringParameters"]
    query = "SELECT * FROM visits WHERE 1 = 1"
    values = []
    for column in ("user", "day", "page"):
        if params.get(column):
            query += " AND " + column + " = ?"
            values.append(params[column])
    return conn.execute(query, values).fetchall()  # slguard:safe
