# slguard:handler handler ALB
import ast
import builtins
import json


def calculate(expression):
    return eval(expression, {"__builtins__": {}})  # slguard:expect code-injection


def parse(expression):
    return ast.literal_eval(expression)


def handler(event, context):
    params = event["queryStringParameters"]
    total = calculate(params["expr"])
    filters = parse(params["filters"])  # slguard:safe
    exec("result = " + params["assign"])  # slguard:expect code-injection
    builtins.eval(params["expr"])  # slguard:expect code-injection
    compile(params["module"], "<request>", "exec")  # slguard:expect code-injection
    eval("1 + 1")  # slguard:safe
    eval(str(float(params["expr"])))  # slguard:safe
    return {"statusCode": 200, "body": json.dumps({"total": total, "filters": len(filters)})}
