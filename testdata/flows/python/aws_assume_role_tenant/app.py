# slguard:handler handler REST_API authenticated
# slguard:handler sound REST_API authenticated
from credentials import for_role, for_account


def handler(event, context):
    role = event["headers"]["x-role-arn"]
    return for_role(role).list_buckets()


def sound(event, context):
    return for_account(event["queryStringParameters"]["session"]).list_buckets()
