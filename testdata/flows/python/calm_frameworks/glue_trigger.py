# slguard:handler lambda_handler EVENTBRIDGE
import json
import os
from datetime import datetime

import awswrangler as wr
import boto3

athena = boto3.client("athena")
PARTITION = "ALTER TABLE {table} ADD IF NOT EXISTS PARTITION (day = '{day}') LOCATION 's3://{bucket}/{day}/'"


def lambda_handler(event, context):
    day = datetime.fromisoformat(event["detail"]["day"]).strftime("%Y-%m-%d")
    statement = PARTITION.format(table=os.environ["TABLE"], bucket=os.environ["BUCKET"], day=day)
    response = athena.start_query_execution(  # slguard:safe
        QueryString=statement,
        QueryExecutionContext={"Database": os.environ["DATABASE"]},
        ResultConfiguration={"OutputLocation": f"s3://{os.environ['RESULTS']}/partitions/"},
    )
    frame = wr.athena.read_sql_query(  # slguard:safe
        "SELECT kind, count(*) AS number FROM events WHERE day = :day GROUP BY kind",
        database=os.environ["DATABASE"], params={"day": day})
    for row in frame.itertuples():
        print(json.dumps({"kind": row.kind, "number": int(row.number)}))
    return response["QueryExecutionId"]
