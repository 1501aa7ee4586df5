# slguard:handler handler
# slguard:handler sound
import boto3
import awswrangler as wr

athena = boto3.client("athena")
dynamodb = boto3.client("dynamodb")


def handler(event, context):
    day = event["pathParameters"]["day"]
    query = f"SELECT count(*) FROM logs WHERE day = '{day}'"
    athena.start_query_execution(QueryString=query, WorkGroup="primary")  # slguard:expect sql-injection
    dynamodb.execute_statement(Statement="SELECT * FROM orders WHERE day='" + day + "'")  # slguard:expect sql-injection
    wr.athena.read_sql_query(sql=query, database="logs")  # slguard:expect sql-injection


def sound(event, context):
    day = event["pathParameters"]["day"]
    athena.start_query_execution(QueryString="SELECT count(*) FROM logs WHERE day = ?", ExecutionParameters=[day], WorkGroup="primary")  # slguard:safe
    dynamodb.execute_statement(Statement="SELECT * FROM orders WHERE day=?", Parameters=[{"S": day}])  # slguard:safe
