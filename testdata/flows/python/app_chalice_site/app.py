# slguard:handler app HTTP_API_V1
import os

from chalice import BadRequestError, Chalice, Response

from chalicelib import pages, store
from chalicelib.jobs import jobs

app = Chalice(app_name="site")
app.register_blueprint(jobs, url_prefix="/jobs")
app.debug = False


@app.route("/pages/{slug}", methods=["GET"])
def page(slug):
    html = pages.render(slug, app.current_request.query_params or {})
    return Response(body=html, status_code=200, headers={"Content-Type": "text/html"})  # slguard:expect xss-reflected


@app.route("/safe/{slug}", methods=["GET"])
def safe_page(slug):
    html = pages.render_escaped(slug)
    return Response(body=html, status_code=200, headers={"Content-Type": "text/html"})  # slguard:safe


@app.route("/go")
def go():
    target = app.current_request.query_params.get("next", "/")
    return Response(body="", status_code=302, headers={"Location": target})  # slguard:expect open-redirect


@app.route("/go-home")
def go_home():
    target = app.current_request.query_params.get("page", "")
    return Response(body="", status_code=302, headers={"Location": "https://shop.example/" + target})  # slguard:safe


@app.route("/items/{item_id}", methods=["PUT"], cors=True)
def put_item(item_id):
    body = app.current_request.json_body
    if not item_id.isalnum():
        raise BadRequestError("item id")
    store.save(item_id, body["label"])
    return {"saved": item_id}


@app.on_s3_event(bucket="uploads", events=["s3:ObjectCreated:*"])
def uploaded(event):
    os.system("thumbnail /mnt/" + event.key)  # slguard:expect command-injection
    os.system("thumbnail-bucket " + event.bucket)  # slguard:safe


@app.on_sqs_message(queue="work", batch_size=5)
def work(event):
    for record in event:
        os.system(record.body)  # slguard:expect command-injection


@app.schedule("rate(1 hour)")
def hourly(event):
    os.system("cleanup " + event.to_dict()["time"])  # slguard:safe
