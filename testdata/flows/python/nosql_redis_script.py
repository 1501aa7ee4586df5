# slguard:handler handler
import os

import redis

cache = redis.Redis(host=os.environ["CACHE_HOST"])


def handler(event, context):
    q = event["queryStringParameters"]
    cache.eval("return redis.call('GET', '" + q["key"] + "')", 0)  # slguard:expect nosql-injection
    cache.eval("return redis.call('GET', KEYS[1])", 1, q["key"])  # slguard:safe
    cache.get(q["key"])  # slguard:safe
