import os


def run(event, context):
    return os.environ["TABLE"]
