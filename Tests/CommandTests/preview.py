"""Drives `preview` in a headless Chromium: sees a figure, changes its source, breaks it, mends it.

Takes the program, the folder of its package, where it is built, and the source file of a figure; ends with 0 when
the page showed each step, and prints what each took.
"""
import json, os, re, shutil, subprocess, sys, tempfile, time, urllib.request
import websocket

program, package, scratch, source = sys.argv[1:5]
browser = next(p for p in map(shutil.which, ["chromium", "chromium-browser", "google-chrome"]) if p)


class Page:
    """A tab, spoken to through the DevTools protocol."""

    def __init__(self, address):
        self.profile = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-port=0", "--remote-allow-origins=*", "--window-size=1400,900",
             f"--user-data-dir={self.profile}", address],
            stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            found = re.search(r"ws://127.0.0.1:(\d+)/", line)
            if found:
                break
        tabs = json.load(urllib.request.urlopen(f"http://127.0.0.1:{found[1]}/json"))
        tab = next(t for t in tabs if t["type"] == "page")
        self.socket = websocket.create_connection(tab["webSocketDebuggerUrl"], timeout=60)
        self.count = 0

    def call(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                return answer["result"]

    def value(self, script):
        return self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def wait(self, what, script, seconds=240):
        start = time.time()
        while time.time() - start < seconds:
            if self.value(script):
                print(f"{what}: {time.time() - start:.1f} s", flush=True)
                return
            time.sleep(0.05)
        sys.exit(f"the page never showed: {what}; it shows {self.value('document.body.innerText')}")

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def save(text):
    with open(source + ".new", "w") as file:
        file.write(text)
    os.replace(source + ".new", source)


server = subprocess.Popen(
    [program, "preview", "--port", "0", "--package", package, "--scratch-path", scratch],
    stdout=subprocess.PIPE, text=True)
address = server.stdout.readline().strip()
sound = open(source).read()
page = None
try:
    page = Page(address + "?figure=" + sys.argv[5])
    page.wait("a first picture", "!!document.querySelector('#stage svg')")
    page.wait("the first build", "document.getElementById('status').dataset.phase === 'ready'")
    page.wait("no errors", "document.getElementById('errors').hidden")

    # Scrub, theme, language, parameter.
    still = page.value("document.querySelector('#stage svg').outerHTML")
    page.value("document.querySelector('#beats button').click()")
    page.wait("a beat", f"document.querySelector('#stage svg').outerHTML !== {json.dumps(still)}")
    page.value("document.querySelector('#locale [data-value=zh]').click()")
    page.wait("Chinese", "document.querySelector('#stage svg').getAttribute('lang') === 'zh'")
    page.value("document.querySelector('#theme [data-value=dark]').click()")
    page.wait("the dark theme", "getComputedStyle(document.getElementById('stage')).backgroundColor === 'rgb(16, 19, 24)'")
    page.value("document.getElementById('still').click()")
    page.wait("the still", "document.getElementById('address').textContent.includes('--at') === false")
    before = page.value("document.querySelector('#stage svg').outerHTML")
    page.value("(c => { c.value = c.max; c.dispatchEvent(new Event('input')) })(document.querySelector('#knobs input'))")
    page.wait("another parameter", f"document.querySelector('#stage svg').outerHTML !== {json.dumps(before)}")

    page.value("document.querySelector('#locale [data-value=en]').click()")
    old, new = sys.argv[6:8]
    assert old in sound
    save(sound.replace(old, new))
    page.wait("the edit", f"document.querySelector('#stage svg').textContent.includes({json.dumps(new)})")
    save(sound.replace(old, new) + "\nlet mistake: Int = \"words\"\n")
    line = len(sound.splitlines()) + 2
    page.wait("the mistake", f"document.getElementById('errors').innerText.includes(':{line}:')")
    if not page.value("!!document.querySelector('#stage svg')"):
        sys.exit("the picture before the mistake is gone")
    save(sound)
    page.wait("it mended", "document.getElementById('errors').hidden && "
              f"document.querySelector('#stage svg').textContent.includes({json.dumps(old)})")
    if len(sys.argv) > 8:
        import base64
        shot = page.call("Page.captureScreenshot", format="png")["data"]
        open(sys.argv[8], "wb").write(base64.b64decode(shot))
finally:
    save(sound)
    if page:
        page.close()
    # Its programs end with it: they read its questions to the end.
    server.kill()
    server.wait()
