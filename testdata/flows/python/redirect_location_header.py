# slguard:handler handler
# slguard:handler sound
def redirect(url):
    return {"statusCode": 302, "headers": {"Location": url}}  # slguard:expect open-redirect


def handler(event, context):
    q = event["queryStringParameters"]
    target = q["next"]
    if target.startswith("/"):
        return {"statusCode": 301, "headers": {"location": target}, "body": ""}  # slguard:expect open-redirect
    if q.get("site"):
        return {"statusCode": 307, "headers": {"Location": "https://example.com" + q["site"]}}  # slguard:expect open-redirect
    return redirect(target)


PAGES = {"home": "/", "cart": "/cart"}


def sound(event, context):
    q = event["queryStringParameters"]
    if q.get("page"):
        return {"statusCode": 302, "headers": {"Location": PAGES[q["page"]]}}  # slguard:safe
    if q.get("item"):
        return {"statusCode": 302, "headers": {"Location": "https://shop.example.com/items/" + q["item"]}}  # slguard:safe
    return {"statusCode": 200, "headers": {"Content-Location": q["next"]}}  # slguard:safe
