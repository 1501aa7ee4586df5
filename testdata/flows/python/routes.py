import os

from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from flask import Flask, request

app = APIGatewayRestResolver()
web = Flask(__name__)


@app.get("/files/<name>")
def read_file(name):
    return open("/tmp/" + name).read()  # slguard:expect path-traversal


@app.post("/run")
def run():
    os.system(app.current_event.json_body["cmd"])  # slguard:expect command-injection
    os.system(helper(app.current_event.get_query_string_value("q")))  # slguard:expect command-injection


def helper(value):
    return "echo " + value


def lambda_handler(event, context):
    return app.resolve(event, context)


@web.route("/<path:p>")
def page(p):
    os.system(request.args.get("q"))  # slguard:expect command-injection
    return open(p).read()  # slguard:expect path-traversal
