# slguard:handler handler REST_API
# slguard:handler scheduled SCHEDULE
# slguard:handler decorated REST_API
import json

from aws_lambda_powertools import Logger

logger = Logger()


def handler(event, context):
    print(json.dumps(event))  # slguard:expect secret-logging
    print(event["httpMethod"], event["resource"])  # slguard:safe
    return {"statusCode": 200}


@logger.inject_lambda_context(log_event=True)  # slguard:expect secret-logging
def decorated(event, context):
    return {"statusCode": 200}


def scheduled(event, context):
    print(json.dumps(event))  # slguard:safe
    return {}
