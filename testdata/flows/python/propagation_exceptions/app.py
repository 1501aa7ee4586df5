# slguard:handler handler
# slguard:handler sound
import os

from parsing import BadName, check, check_quietly


def handler(event, context):
    try:
        check(event["queryStringParameters"]["name"])
    except BadName as error:
        os.system("notify " + error.name)  # slguard:expect command-injection
        os.system("notify " + str(error))  # slguard:expect command-injection
    finally:
        os.system("cleanup")  # slguard:safe


def sound(event, context):
    try:
        check_quietly(event["queryStringParameters"]["name"])
    except BadName as error:
        os.system("notify " + error.name)  # slguard:safe
