from html import escape

LAYOUT = "<html><h1>%(title)s</h1><p>%(text)s</p></html>"


def render(slug, query):
    return LAYOUT % {"title": slug, "text": query.get("text", "")}


def render_escaped(slug):
    return LAYOUT % dict(title=escape(slug), text="")
