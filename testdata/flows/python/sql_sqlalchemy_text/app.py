# slguard:handler handler
# slguard:handler bound
from queries import report, report_bound


def handler(event, context):
    params = event["queryStringParameters"] or {}
    return report(params.get("region", "eu"), params.get("sort", "day"))


def bound(event, context):
    params = event["queryStringParameters"] or {}
    return report_bound(params.get("region", "eu"), params.get("sort", "day"))
