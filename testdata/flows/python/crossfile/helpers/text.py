def page(body):
    return {"headers": {"content-type": "text/html; charset=utf-8"}, "body": f"<p>{body}</p>"}  # slguard:expect xss-reflected
