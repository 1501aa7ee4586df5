# slguard:handler handler
import psycopg2
from psycopg2 import sql
from psycopg2.extras import execute_values

conn = psycopg2.connect("dbname=shop")


def handler(event, context):
    q = event["queryStringParameters"]
    cur = conn.cursor()
    cur.execute(sql.SQL("SELECT * FROM {} WHERE id = %s").format(sql.Identifier(q["table"])), [q["id"]])  # slguard:safe
    cur.execute(sql.SQL("SELECT * FROM t WHERE name = {}").format(sql.Literal(q["name"])))  # slguard:safe
    cur.execute(sql.SQL("SELECT * FROM " + q["table"]))  # slguard:expect sql-injection
    execute_values(cur, "INSERT INTO " + q["table"] + " (a) VALUES %s", [(1,)])  # slguard:expect sql-injection
    execute_values(cur, "INSERT INTO t (a) VALUES %s", [(q["id"],)])  # slguard:safe
