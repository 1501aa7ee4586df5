import os

from flask import request
from flask_restful import Resource, reqparse

parser = reqparse.RequestParser()
parser.add_argument("title", type=str)
parser.add_argument("count", type=int)


class Task(Resource):
    def get(self, name):
        os.system("task " + name)  # slguard:expect command-injection
        return {"name": name}

    def post(self, name):
        arguments = parser.parse_args()
        os.system("task " + arguments["title"])  # slguard:expect command-injection
        os.system("task " + request.get_json()["x"])  # slguard:expect command-injection
        return {}, 201


class Report(Resource):
    def get(self, number):
        os.system(f"report {number}")  # slguard:safe
        return {}
