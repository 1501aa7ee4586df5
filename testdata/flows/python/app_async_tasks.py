# slguard:handler handler HTTP_API_V2
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Thread

import aiohttp
import httpx


async def fetch(session, url):
    async with session.get(url) as response:  # slguard:expect ssrf
        return await response.text()


async def work(name):
    await asyncio.sleep(0)
    return "tool " + name


async def main(event):
    q = event["queryStringParameters"]
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, url) for url in q["urls"].split(",")))
    commands = await asyncio.gather(work(q["name"]), work("fixed"))
    os.system(commands[0])  # slguard:expect command-injection
    os.system(commands[1])  # slguard:safe
    task = asyncio.create_task(work(q["task"]))
    os.system(await task)  # slguard:expect command-injection
    async for line in lines(q["lines"]):
        os.system("line " + line)  # slguard:expect command-injection
    result = await asyncio.wait_for(work(q["waited"]), timeout=1)
    os.system(result)  # slguard:expect command-injection
    loop = asyncio.get_running_loop()
    os.system(await loop.run_in_executor(None, shout, q["loud"]))  # slguard:expect command-injection
    async with httpx.AsyncClient(base_url="https://api.example.com") as client:
        await client.get("/items", params={"q": q["q"]})  # slguard:safe
        await client.get(q["path"])  # slguard:expect ssrf
    return [line async for line in lines("constant")]


async def lines(text):
    for line in text.splitlines():
        yield line


def shout(text):
    return "shout " + text.upper()


def background(name):
    os.system("background " + name)  # slguard:expect command-injection


def handler(event, context):
    asyncio.get_event_loop().run_until_complete(main(event))
    q = event["queryStringParameters"]
    thread = Thread(target=background, args=(q["thread"],))
    thread.start()
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(shout, name) for name in q["names"].split(",")]
        for future in as_completed(futures):
            os.system(future.result())  # slguard:expect command-injection
        for line in pool.map(shout, q["mapped"].split(",")):
            os.system(line)  # slguard:expect command-injection
        os.system("%d" % len(list(pool.map(len, ["a"]))))  # slguard:safe
