# slguard:handler handler FUNCTION_URL
# slguard:handler quoted_handler FUNCTION_URL
import asyncio
import json
from shlex import quote


async def probe(host):
    proc = await asyncio.create_subprocess_shell(f"dig +short {host}", stdout=asyncio.subprocess.PIPE)  # slguard:expect command-injection
    out, _ = await proc.communicate()
    return out.decode()


async def probe_quoted(host):
    proc = await asyncio.create_subprocess_shell(f"dig +short {quote(host)}", stdout=asyncio.subprocess.PIPE)  # slguard:safe
    await proc.communicate()
    other = await asyncio.create_subprocess_exec("dig", "+short", "--", host)  # slguard:safe
    await other.wait()


def handler(event, context):
    host = json.loads(event["body"])["host"]
    return asyncio.run(probe(host))


def quoted_handler(event, context):
    host = json.loads(event["body"])["host"]
    asyncio.get_event_loop().run_until_complete(probe_quoted(host))
    return {"ok": True}
