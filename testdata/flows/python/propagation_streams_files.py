# slguard:handler handler
import io
import os
import tempfile


def handler(event, context):
    buffer = io.StringIO()
    buffer.write("run ")
    buffer.write(event["body"])
    os.system(buffer.getvalue())  # slguard:expect command-injection
    for line in io.StringIO(event["body"]):
        os.system("run " + line.rstrip())  # slguard:expect command-injection
    with open("/tmp/last", "w") as out:
        out.write(event["body"])
    with open("/tmp/last") as saved:
        os.system("run " + saved.read())  # slguard:expect command-injection
    with tempfile.NamedTemporaryFile() as temp:
        temp.write(event["body"].encode())
        os.system("clean " + temp.name)  # slguard:safe
