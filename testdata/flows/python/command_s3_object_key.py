# slguard:handler lambda_handler S3
import subprocess
import urllib.parse

import boto3

s3 = boto3.client("s3")


def lambda_handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = urllib.parse.unquote_plus(record["s3"]["object"]["key"], encoding="utf-8")
        local = "/tmp/input"
        subprocess.check_output("aws s3 cp s3://" + bucket + "/" + key + " " + local, shell=True)  # slguard:expect command-injection
        subprocess.check_output(["clamscan", "--stdout", local])  # slguard:safe
        size = record["s3"]["object"]["size"]
        subprocess.check_output("echo %d bytes from %s" % (size, bucket), shell=True)  # slguard:safe
