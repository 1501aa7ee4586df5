# slguard:handler lambda_handler KINESIS
import base64
import json
from collections import Counter, defaultdict

import boto3

cloudwatch = boto3.client("cloudwatch")
KNOWN = frozenset({"view", "cart", "order"})


def decode(record):
    return json.loads(base64.b64decode(record["kinesis"]["data"]))


def lambda_handler(event, context):
    counts = Counter()
    sums = defaultdict(float)
    for message in map(decode, event["Records"]):
        kind = message.get("kind")
        if kind not in KNOWN:
            kind = "other"
        counts[kind] += 1
        sums[kind] += float(message.get("value") or 0)
    data = [
        {"MetricName": f"{kind}-count", "Value": counts[kind], "Unit": "Count"} for kind in sorted(counts)
    ] + [{"MetricName": f"{kind}-sum", "Value": value} for kind, value in sums.items()]
    if data:
        cloudwatch.put_metric_data(Namespace="Shop", MetricData=data)  # slguard:safe
    return {"counts": dict(counts)}
