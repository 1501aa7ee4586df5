import os

from pymongo import MongoClient

db = MongoClient(os.environ["MONGO_HOST"]).shop


def login(credentials):
    if db.users.find_one(credentials):  # slguard:expect nosql-injection
        return True
    db.users.find({"$where": "this.name == '" + credentials["name"] + "'"})  # slguard:expect nosql-injection
    return db.users.find_one({"name": credentials["name"], "pin": credentials["pin"]})  # slguard:expect nosql-injection


def login_text(credentials, tenant):
    db.users.find({"tenant": tenant})  # slguard:safe
    return db.users.find_one({"name": str(credentials["name"]), "pin": {"$eq": credentials["pin"]}})  # slguard:safe
