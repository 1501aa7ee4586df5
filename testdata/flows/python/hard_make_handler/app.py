# slguard:handler lambda_handler
# slguard:handler numbers
# slguard:handler lazy
import functools
import os

from factory import compose, json_body, make_handler, require_int


def export(data, *, prefix):
    os.system(prefix + data["name"])  # slguard:expect command-injection


def count(data, *, prefix):
    os.system(prefix + str(data["count"]))  # slguard:safe


def late(data):
    os.system("late " + data["name"])  # slguard:expect command-injection


lambda_handler = make_handler(functools.partial(export, prefix="export "), middlewares=[json_body])
numbers = make_handler(functools.partial(count, prefix="count "), middlewares=[json_body, require_int("count")])
lazy = compose(late, lambda event: event["queryStringParameters"])
