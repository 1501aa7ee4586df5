# slguard:handler handler APPSYNC
# slguard:handler mapped_handler APPSYNC
from resolvers import Resolvers, OPERATIONS

resolvers = Resolvers()


def handler(event, context):
    args = event["arguments"]
    return getattr(resolvers, args["operation"])(args.get("id"))  # slguard:expect code-injection


def mapped_handler(event, context):
    args = event["arguments"]
    operation = OPERATIONS.get(args["operation"])
    if operation is None:
        raise ValueError("unknown operation")
    getattr(resolvers, event["info"]["fieldName"])(args.get("id"))  # slguard:safe
    return operation(resolvers, args.get("id"))  # slguard:safe
