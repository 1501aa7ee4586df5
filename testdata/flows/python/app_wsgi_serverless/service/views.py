import os

from flask import Blueprint, Response, request, stream_with_context
from flask.views import MethodView

bp = Blueprint("views", __name__, url_prefix="/views")


class Item(MethodView):
    decorators = []

    def get(self, item_id):
        os.system("item " + item_id)  # slguard:expect command-injection
        return Response("<i>" + item_id + "</i>", mimetype="text/plain")  # slguard:safe

    def delete(self, item_id):
        return Response(f"<i>{item_id}</i>", mimetype="text/html")  # slguard:expect xss-reflected


bp.add_url_rule("/items/<item_id>", view_func=Item.as_view("items"))


@bp.route("/echo", methods=["POST"])
def echo():
    data = request.get_data(as_text=True)
    os.system(data)  # slguard:expect command-injection
    os.system("method " + request.method)  # slguard:safe
    os.system("agent " + str(request.user_agent))  # slguard:expect command-injection
    return {"echo": data}
