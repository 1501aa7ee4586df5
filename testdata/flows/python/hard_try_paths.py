# slguard:handler handler
# slguard:handler swallowed
# slguard:handler looped
import ipaddress
import os
import uuid


def handler(event, context):
    number = event["queryStringParameters"]["number"]
    try:
        int(number)
    except ValueError:
        return {"statusCode": 400}
    else:
        os.system("show " + number)  # slguard:safe
    key = event["queryStringParameters"]["key"]
    try:
        key = str(uuid.UUID(key))
    except ValueError:
        raise
    finally:
        print("checked")
    os.system("show " + key)  # slguard:safe
    address = event["queryStringParameters"]["address"]
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return {"statusCode": 400}
    os.system("ping " + address)  # slguard:expect command-injection


def swallowed(event, context):
    number = event["queryStringParameters"]["number"]
    try:
        int(number)
    except ValueError:
        print("odd number")
    os.system("show " + number)  # slguard:expect command-injection
    value = event["queryStringParameters"]["value"]
    try:
        value = int(value)
    except ValueError:
        pass
    os.system(f"show {value}")  # slguard:expect command-injection
    try:
        size = int(event["queryStringParameters"]["size"])
    except (KeyError, TypeError, ValueError):
        size = 10
    os.system(f"show {size}")  # slguard:safe


def looped(event, context):
    for part in event["body"].split(","):
        try:
            float(part)
        except ValueError:
            continue
        os.system("show " + part)  # slguard:safe
    for part in event["body"].split(","):
        if not part.isalnum():
            break
        os.system("show " + part)  # slguard:safe
    else:
        os.system("show " + part)  # slguard:safe
    for part in event["body"].split(","):
        if not part.isalnum():
            print("odd")
        os.system("show " + part)  # slguard:expect command-injection
