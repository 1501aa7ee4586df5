# slguard:handler guarded
# slguard:handler unguarded
import psycopg

conn = psycopg.connect("dbname=shop")


def guarded(event, context):
    number = event["pathParameters"]["number"]
    try:
        int(number)
    except ValueError:
        return {"statusCode": 400}
    conn.execute("SELECT * FROM orders WHERE number = " + number)  # slguard:safe
    page = event["queryStringParameters"]["page"]
    if not page.isdigit():
        return {"statusCode": 400, "body": "page"}
    conn.execute("SELECT * FROM orders LIMIT 10 OFFSET " + page)  # slguard:safe


def unguarded(event, context):
    page = event["queryStringParameters"]["page"]
    if not page:
        return {"statusCode": 400}
    conn.execute("SELECT * FROM orders LIMIT 10 OFFSET " + page)  # slguard:expect sql-injection
    size = event["queryStringParameters"]["size"]
    if page.isdigit():
        conn.execute("SELECT * FROM orders LIMIT " + size)  # slguard:expect sql-injection
