# slguard:handler handler HTTP_API_V2
import os


def handler(event, context):
    parts = event["body"].split(",")
    if not parts[0].isdigit():
        return
    os.system("take " + parts[0])  # slguard:safe
    os.system("take " + parts[1])  # slguard:expect command-injection
    parts.insert(0, event["rawPath"])
    os.system("take " + parts[0])  # slguard:expect command-injection
