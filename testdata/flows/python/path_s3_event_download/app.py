# slguard:handler handler S3
# slguard:handler flat_handler S3
from urllib.parse import unquote_plus

from storage import work_on, work_on_flat


def objects(event):
    for record in event["Records"]:
        yield record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"])


def handler(event, context):
    for bucket, key in objects(event):
        work_on(bucket, key)


def flat_handler(event, context):
    for bucket, key in objects(event):
        work_on_flat(bucket, key)
