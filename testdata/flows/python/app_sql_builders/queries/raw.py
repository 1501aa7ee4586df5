import sqlite3

import boto3
import mysql.connector
import pandas as pd

rds = boto3.client("rds-data")
athena = boto3.client("athena")
dynamodb = boto3.client("dynamodb")


def where(filters):
    clauses, values = [], []
    for name, value in filters.items():
        clauses.append(f"{name} = ?")
        values.append(value)
    return " AND ".join(clauses), values


def fixed_where(filters):
    clauses, values = [], []
    for name in ("color", "size"):
        if name in filters:
            clauses.append(name + " = ?")
            values.append(filters[name])
    return " AND ".join(clauses) or "1 = 1", values


def run(body):
    db = sqlite3.connect(":memory:")
    clause, values = where(body["filters"])
    db.execute("SELECT * FROM t WHERE " + clause, values)  # slguard:expect sql-injection
    clause, values = fixed_where(body["filters"])
    db.execute("SELECT * FROM t WHERE " + clause, values)  # slguard:safe
    rds.execute_statement(resourceArn="arn", secretArn="arn", database="d",
                          sql="SELECT * FROM t WHERE a = '" + body["a"] + "'")  # slguard:expect sql-injection
    rds.execute_statement(resourceArn="arn", secretArn="arn", database="d", sql="SELECT * FROM t WHERE a = :a",  # slguard:safe
                          parameters=[{"name": "a", "value": {"stringValue": body["a"]}}])
    query = """
        SELECT *
        FROM logs
        WHERE day = '{day}'
        LIMIT {limit}
    """.format(day=body["day"], limit=int(body.get("limit", 10)))
    athena.start_query_execution(QueryString=query, WorkGroup="primary")  # slguard:expect sql-injection
    athena.start_query_execution(QueryString="SELECT * FROM logs WHERE day = ?", ExecutionParameters=[body["day"]])  # slguard:safe
    dynamodb.execute_statement(Statement=f"SELECT * FROM t WHERE pk = '{body['pk']}'")  # slguard:expect sql-injection
    dynamodb.execute_statement(Statement="SELECT * FROM t WHERE pk = ?", Parameters=[{"S": body["pk"]}])  # slguard:safe
    pd.read_sql(f"SELECT * FROM t WHERE c = {body['c']!r}", db)  # slguard:expect sql-injection
    pd.read_sql_query("SELECT * FROM t WHERE c = ?", db, params=(body["c"],))  # slguard:safe
    cnx = mysql.connector.connect(database="d")
    cursor = cnx.cursor(prepared=True)
    cursor.execute("SELECT * FROM t WHERE c = %s", (body["c"],))  # slguard:safe
    cursor.callproc("report", [body["c"]])  # slguard:safe
    cursor.execute("SELECT * FROM t ORDER BY " + ("a" if body.get("asc") else "b"))  # slguard:safe
    cursor.execute("SELECT * FROM t ORDER BY " + body.get("sort", "a"))  # slguard:expect sql-injection
