# slguard:handler lambda_handler HTTP_API_V2
"""Monthly figures out of PostgreSQL as CSV."""
import csv
import io
import json
import os
from datetime import date

import boto3
import psycopg2
from psycopg2.extras import DictCursor

secrets = boto3.client("secretsmanager")
SORTS = {"month": "month", "total": "sum(total)", "orders": "count(*)"}
_connection = None


def connection():
    global _connection
    if _connection is None or _connection.closed:
        secret = json.loads(secrets.get_secret_value(SecretId=os.environ["DB_SECRET_ARN"])["SecretString"])
        _connection = psycopg2.connect(  # slguard:safe
            host=secret["host"], port=secret["port"], dbname=secret["dbname"],
            user=secret["username"], password=secret["password"], connect_timeout=5)
    return _connection


def lambda_handler(event, context):
    query = event.get("queryStringParameters") or {}
    try:
        year = int(query.get("year", date.today().year))
    except ValueError:
        return {"statusCode": 400, "body": "year"}
    sort = SORTS.get(query.get("sort", "month"), "month")
    direction = "DESC" if query.get("direction", "").lower() == "desc" else "ASC"
    statement = f"""
        SELECT to_char(created, 'YYYY-MM') AS month, count(*) AS orders, sum(total) AS total
        FROM orders
        WHERE extract(year FROM created) = {year} AND country = %s
        GROUP BY 1
        ORDER BY {sort} {direction}
    """
    with connection() as conn, conn.cursor(cursor_factory=DictCursor) as cursor:
        cursor.execute(statement, (query.get("country", "DE"),))  # slguard:safe
        rows = cursor.fetchall()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["month", "orders", "total"])
    writer.writerows([row["month"], row["orders"], row["total"]] for row in rows)
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/csv", "Content-Disposition": f"attachment; filename=report-{year}.csv"},
        "body": out.getvalue(),  # slguard:safe
    }
