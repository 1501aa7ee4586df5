# slguard:handler handler HTTP_API_V2
import json
import os

import redis
from bson import ObjectId
from opensearchpy import OpenSearch
from pymongo import MongoClient

mongo = MongoClient(os.environ["MONGO_HOST"])
users = mongo.shop.users
db = mongo.get_database("shop")
cache = redis.Redis.from_url(os.environ["REDIS"])
search = OpenSearch(hosts=[os.environ["SEARCH"]])


def handler(event, context):
    body = json.loads(event["body"])
    q = event["queryStringParameters"]
    users.find_one(body)  # slguard:expect nosql-injection
    users.find_one({"name": body["name"]})  # slguard:expect nosql-injection
    users.find_one({"name": str(body["name"])})  # slguard:safe
    users.find_one({"name": {"$eq": body["name"]}})  # slguard:safe
    users.find_one({"name": q["name"]})  # slguard:safe
    users.find_one({"_id": ObjectId(body["id"])})  # slguard:safe
    db["users"].find({"$where": "this.name == '" + q["name"] + "'"})  # slguard:expect nosql-injection
    db.users.aggregate(body["pipeline"])  # slguard:expect nosql-injection
    db.users.aggregate([{"$match": {"name": q["name"]}}, {"$limit": 5}])  # slguard:safe
    db.users.update_one({"_id": ObjectId(body["id"])}, {"$set": {"name": q["name"]}})  # slguard:safe
    cache.get("user:" + q["name"])  # slguard:safe
    cache.eval("return redis.call('get', '" + q["name"] + "')", 0)  # slguard:expect nosql-injection
    cache.eval("return redis.call('get', KEYS[1])", 1, q["name"])  # slguard:safe
    search.search(index="a", body={"query": {"match": {"title": q["title"]}}})  # slguard:safe
    return {"statusCode": 200}
