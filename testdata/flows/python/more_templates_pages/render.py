from html import escape

HTML = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}


def render(env, name, **values):
    return {"statusCode": 200, "headers": HTML, "body": env.get_template(name).render(**values)}  # slguard:safe


def error_page(status, path):
    body = f"<h1>{status}</h1><p>Nothing at {path}</p>"
    return {"statusCode": status, "headers": HTML, "body": body}  # slguard:expect xss-reflected


class Page:
    def __init__(self, title):
        self.title = title
        self.parts = []

    def add(self, markup):
        self.parts.append(markup)
        return self

    def add_text(self, text):
        self.parts.append(escape(text))
        return self

    def __str__(self):
        return "<html><title>" + self.title + "</title>" + "\n".join(self.parts) + "</html>"

    def response(self):
        return {"statusCode": 200, "headers": dict(HTML), "body": str(self)}  # slguard:expect xss-reflected

    def response_escaped(self):
        return {"statusCode": 200, "headers": {**HTML, "X-Frame-Options": "DENY"}, "body": str(self)}  # slguard:safe
