import subprocess

from flask import jsonify, request
from flask.views import MethodView

FORMATS = frozenset({"pdf", "csv"})


class BaseView(MethodView):
    def convert(self, name, target):
        subprocess.run(f"convert {name} {target}", shell=True, check=True)  # slguard:expect command-injection
        return jsonify(done=True)


class ReportView(BaseView):
    def get(self, name):
        return self.convert(name, "pdf")

    def post(self, name):
        payload = request.get_json()
        subprocess.run("archive " + payload["target"], shell=True)  # slguard:expect command-injection
        return jsonify(done=True)


class StatusView(MethodView):
    def get(self, name):
        target = request.args.get("format", "pdf")
        if target not in FORMATS:
            return jsonify(error="unknown format"), 400
        subprocess.run(f"report-status --as {target}", shell=True)  # slguard:safe
        return jsonify(done=True)
