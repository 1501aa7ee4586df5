# slguard:handler handler
# slguard:handler sound
from functools import partial

from steps import compose, run_command


def handler(event, context):
    name = event["queryStringParameters"]["name"]

    def later(prefix):
        return prefix + name

    run_command(later("echo "))
    job = partial(run_command, "echo " + name)
    job()
    compose(lambda text: text + name, run_command)("echo ")


def sound(event, context):
    name = event["queryStringParameters"]["name"]

    def later(prefix):
        return prefix + str(len(name))

    from steps import run_quietly
    run_quietly(later("echo "))
    partial(run_quietly, "echo fixed")()
