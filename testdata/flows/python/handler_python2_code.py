# slguard:handler lambda_handler
import commands
import json
import urllib2


def lambda_handler(event, context):
    body = json.loads(event['body'])
    print "body read"
    print commands.getoutput('ls ' + body['dir'])  # slguard:expect command-injection
    try:
        response = urllib2.urlopen(body['url'])  # slguard:expect ssrf
    except Exception, e:
        raise
    exec "x = " + body['code']  # slguard:expect code-injection
    urllib2.urlopen('https://example.com/' + body['path'])  # slguard:safe
    return response.read()
