# slguard:handler lambda_handler ALB
import json
import os
import platform
import shutil
import subprocess
import time

STARTED = time.time()


def lambda_handler(event, context):
    if event["path"] != "/health":
        return {"statusCode": 404, "statusDescription": "404 Not Found", "isBase64Encoded": False, "body": ""}
    usage = shutil.disk_usage("/tmp")
    uname = subprocess.run(["uname", "-a"], capture_output=True, text=True, check=False).stdout  # slguard:safe
    body = {
        "python": platform.python_version(),
        "kernel": uname.strip(),
        "free": usage.free,
        "uptime": round(time.time() - STARTED, 1),
        "version": os.environ.get("VERSION", "unknown"),
        "remaining": context.get_remaining_time_in_millis(),
    }
    return {
        "statusCode": 200,
        "statusDescription": "200 OK",
        "isBase64Encoded": False,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),  # slguard:safe
    }
