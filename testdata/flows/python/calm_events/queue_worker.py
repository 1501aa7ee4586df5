# slguard:handler lambda_handler SQS
import json
import logging
import os
import sqlite3
import time

logger = logging.getLogger()
DATABASE = "/tmp/work.db"


def open_database():
    connection = sqlite3.connect(DATABASE, isolation_level=None)  # slguard:safe
    connection.execute("CREATE TABLE IF NOT EXISTS done (id TEXT PRIMARY KEY, at REAL, kind TEXT)")  # slguard:safe
    return connection


def lambda_handler(event, context):
    failures = []
    with open_database() as connection:
        for record in event["Records"]:
            try:
                work(connection, record)
            except Exception:
                logger.exception("record %s failed", record["messageId"])
                failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def work(connection, record):
    body = json.loads(record["body"])
    kinds = record.get("messageAttributes", {})
    kind = kinds.get("kind", {}).get("stringValue", "plain")
    row = connection.execute("SELECT at FROM done WHERE id = ?", (body["id"],)).fetchone()  # slguard:safe
    if row:
        return
    started = time.monotonic()
    STEPS.get(kind, plain)(body)
    connection.execute("INSERT INTO done VALUES (:id, :at, :kind)", {"id": body["id"], "at": time.time(), "kind": kind})  # slguard:safe
    logger.info("done in %.3f s", time.monotonic() - started)


def plain(body):
    return body["id"]


def double(body):
    return plain(body) * 2


STEPS = {"plain": plain, "double": double}
