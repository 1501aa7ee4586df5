# slguard:handler app REST_API
import os

from chalice import BadRequestError, Chalice, Response

from chalicelib import jobs

app = Chalice(app_name="shop")
app.experimental_feature_flags.update(["BLUEPRINTS"])
app.register_blueprint(jobs.extra)


def body():
    return app.current_request.json_body or {}


@app.route("/jobs", methods=["POST"], cors=True)
def create():
    data = body()
    if "name" not in data:
        raise BadRequestError("name")
    return jobs.start(data["name"], int(data.get("size", 1)))


@app.route("/jobs/{job_id}")
def show(job_id):
    path = app.current_request.uri_params["job_id"]
    if not job_id.isalnum():
        raise BadRequestError("job_id")
    os.system("job " + job_id)  # slguard:safe
    os.system("job " + app.current_request.context["requestId"])  # slguard:safe
    return Response(body={"id": path}, headers={"Content-Type": "application/json"})  # slguard:safe


@app.on_s3_event(bucket="uploads")
def uploaded(event):
    os.system("scan " + event.key)  # slguard:expect command-injection
    os.system("scan " + event.bucket)  # slguard:safe


@app.on_sqs_message(queue="jobs")
def queued(event):
    for record in event:
        os.system("job " + record.body)  # slguard:expect command-injection


@app.schedule("rate(1 hour)")
def hourly(event):
    os.system("clean " + event.detail_type)  # slguard:safe
