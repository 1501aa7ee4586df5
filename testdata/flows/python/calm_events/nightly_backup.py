# slguard:handler lambda_handler SCHEDULE
import datetime
import os
import subprocess

import boto3

rds = boto3.client("rds")
s3 = boto3.client("s3")


def lambda_handler(event, context):
    today = datetime.date.today()
    instance = os.environ["INSTANCE"]
    snapshot = f"{instance}-{today:%Y-%m-%d}"
    rds.create_db_snapshot(DBSnapshotIdentifier=snapshot, DBInstanceIdentifier=instance)  # slguard:safe
    limit = today - datetime.timedelta(days=int(os.environ.get("KEEP_DAYS", "14")))
    for page in rds.get_paginator("describe_db_snapshots").paginate(DBInstanceIdentifier=instance):  # slguard:safe
        for each in page["DBSnapshots"]:
            if each["SnapshotCreateTime"].date() < limit:
                rds.delete_db_snapshot(DBSnapshotIdentifier=each["DBSnapshotIdentifier"])  # slguard:safe
    target = f"/tmp/{snapshot}.sql.gz"
    subprocess.run(f"pg_dump --no-owner $DSN | gzip > {target}", shell=True, check=True, env={**os.environ, "DSN": os.environ["DSN"]})  # slguard:safe
    s3.upload_file(target, os.environ["BACKUPS"], f"dumps/{snapshot}.sql.gz")  # slguard:safe
    os.remove(target)  # slguard:safe
    return snapshot
