"""Asks a running server what strangers would: all questions of the transcripts, and much that is no question.

python3 Scripts/server-check.py http://127.0.0.1:8080 .build/debug/passerelle [mutations]
"""

import os, random, re, shlex, socket, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.parse, urllib.request

BASE, PROGRAM = sys.argv[1], sys.argv[2]
MUTATIONS = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
HOST, PORT = urllib.parse.urlsplit(BASE).hostname, urllib.parse.urlsplit(BASE).port
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
failures = []


def expect(is_so, what):
    if not is_so:
        failures.append(what)
        print("FAILED:", what[:400])


def get(target, headers={}):
    request = urllib.request.Request(BASE + target, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


# One question has one answer: the command line's, byte for byte.

OPTIONS = {"--as-of": "asOf", "--language": "lang", "--purpose": "purpose", "--in": "in",
           "--limit": "limit", "--max-steps": "maxSteps", "--for": "for", "--standing": "id"}
ARGUMENTS = {"compare": ["id"], "equivalents": ["id"], "explain": ["from", "to"], "show": ["id"],
             "gap": ["from", "to"], "search": ["q"], "corridor": ["from", "to"],
             "contradictions": [], "diff": ["from", "to"], "list": ["in"], "atlas": ["of"],
             "stats": [], "assess": []}
PATHS = {"stats": "statistics", "assess": "statement"}
TABLES = ["equivalents", "search", "list", "atlas"]


def question(command):
    """The words of a command for the program, and the address that asks the same."""
    try:
        words = shlex.split(re.sub(r"\s*(\||>|2>).*", "", command))
    except ValueError:
        return None
    name = words[0] if words else ""
    if name not in ARGUMENTS or name == "assess" and "--standing" not in words:
        return None
    items, kept, rest, given = [], [name], words[1:], 0
    while rest:
        word = rest.pop(0)
        if word in ("--format",):
            rest.pop(0)
        elif word in OPTIONS and rest:
            value = rest.pop(0)
            items.append((OPTIONS[word], value))
            kept += [word, value]
        elif word.startswith("-") or re.search(r"\.(ya?ml|json|xml|csv)$|/", word):
            return None
        else:
            names = ARGUMENTS[name]
            if not names:
                return None
            if name == "search" and given:
                items[-1] = ("q", items[-1][1] + " " + word)
            else:
                items.append((names[min(given, len(names) - 1)], word))
            given += 1
            kept.append(word)
    path = PATHS.get(name, name)
    if name == "list" and (not given or items and items[0][1].lower() == "frameworks"):
        path, items = "frameworks", [item for item in items if item[0] != "in"]
    return kept, "/v1/" + path + "?" + urllib.parse.urlencode(items), name in TABLES


def compare_with_the_program():
    seen, same = set(), 0
    folder = os.path.join(ROOT, "Tests/Transcripts/transcripts")
    pages = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".md")]
    for page in pages + [os.path.join(ROOT, "README.md")]:
        for command in re.findall(r"^\$ passerelle (.*)$", open(page, encoding="utf-8").read(), re.M):
            asked = question(command)
            if asked is None or asked[1] in seen:
                continue
            words, target, is_table = asked
            seen.add(target)
            for form in ["json"] + (["csv"] if is_table else []):
                run = subprocess.run([PROGRAM] + words + ["--format", form], capture_output=True)
                status, _, body = get(target, {"Accept": "text/csv" if form == "csv" else "*/*"})
                if status in (200, 300) and not (status == 300 and form == "csv"):
                    expect(body == run.stdout, f"another answer: {words} {form}")
                    same += body == run.stdout
                else:
                    expect(status < 500 and run.returncode == 2 and (form == "csv" or not run.stdout),
                           f"status {status}: {words}: {body!r}")
    print(f"questions: {len(seen)}, answers that are the program's: {same}")
    expect(same > 80, "the transcripts have few questions")


# A file of questions has the answers that the command line gives it, byte for byte.

BATCHES = [
    (["compare", "--as-of", "2026-11-23"], "/v1/compare?asOf=2026-11-23",
     '{"from":"ie-nqf:8","to":"de-nqf:6"}\n{"from":"xx:1","to":"de-nqf:6"}\n[1]\n{"from":"Meister","to":"eqf:5","n":[1.50]}\n'),
    (["compare", "--purpose", "study", "--language", "ar"], "/v1/compare?purpose=study&lang=ar",
     "from;to;name\r\nie-nqf:8;de-nqf:6;\"a;b\"\r\nMeister;fr-nqf:5;c\r\n;;\r\n"),
    (["equivalents", "--in", "ie"], "/v1/equivalents?in=ie", "id,n\nde-nqf:6,1\nisco-88:7233,2\nno:such,3\n"),
    (["equivalents"], "/v1/equivalents", '{"id":"isco-88:7223","in":"isco-08"}\n{"id":"de-nqf:6"}\n'),
    (["recode", "--column", "job", "--from", "isco-88", "--to", "isco-08"], "/v1/recode?column=job&from=isco-88&to=isco-08",
     "person,job\n1,7233\n2,110\n3,\n4,abc\n"),
]


def compare_batches_with_the_program():
    for words, target, rows in BATCHES:
        is_lines = rows.startswith("{")
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl" if is_lines else ".csv", newline="") as file:
            file.write(rows)
            file.flush()
            place = [file.name] if words[0] == "recode" else ["--batch", file.name]
            run = subprocess.run([PROGRAM] + words + place, capture_output=True)
        request = urllib.request.Request(
            BASE + target, rows.encode(), {"Content-Type": "application/jsonl" if is_lines else "text/csv"})
        try:
            body = urllib.request.urlopen(request, timeout=60).read()
        except urllib.error.HTTPError as error:
            body = error.read()
        expect(body == run.stdout and body, f"another answer to a batch: {words}: {body!r} and {run.stdout!r} {run.stderr!r}")
    print(f"batches that the program answers alike: {len(BATCHES)}")


# What is no question.

def raw(data, wait=10.0, close=True):
    """Sends bytes, and gives the status of the first answer; 0 if the connection was closed without one."""
    with socket.create_connection((HOST, PORT), timeout=wait) as connection:
        connection.settimeout(wait)
        try:
            connection.sendall(data)
            if close:
                connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(65536)
        except (ConnectionResetError, BrokenPipeError):
            return 0
        found = re.match(rb"HTTP/1\.1 (\d+)", answer)
        return int(found.group(1)) if found else 0


PATHS_OF_FILES = [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/v1/../../etc/passwd",
    "/v1/%252e%252e/etc/passwd", "/..\\..\\etc\\passwd", "/%5c..%5cetc/passwd", "/%c0%ae%c0%ae/etc/passwd",
    "/etc/passwd%00", "/v1/show%00.json", "//etc/passwd", "/./v1/about", "/v1/schemas/../../x", "/.git/config",
    "/file:///etc/passwd", "/v1//about", "/%2fetc%2fpasswd", "/....//....//etc/passwd",
]


def try_paths():
    for path in PATHS_OF_FILES:
        status = raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        expect(status in (400, 404), f"{path}: status {status}")
    for template in ["show?id={}", "list?in={}", "search?q={}", "gap?from={}&to=eqf:1"]:
        for path in PATHS_OF_FILES + ["Documentation/Profiles/ph-de-nurse-aide.yaml", "/etc/passwd"]:
            status, _, body = get("/v1/" + template.format(urllib.parse.quote(path, safe="")))
            expect(status in (200, 300, 404, 400) and b"root:" not in body, f"{template} {path}: {status}")


def try_sizes():
    long = "a" * 20_000
    for data in [f"GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n", f"GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n",
                 "GET / HTTP/1.1\r\nHost: x\r\n" + "".join(f"X{i}: y\r\n" for i in range(500)) + "\r\n",
                 f"POST /v1/compare HTTP/1.1\r\nHost: x\r\nContent-Length: {1 << 30}\r\n\r\n",
                 "POST /v1/compare HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked"
                 "\r\n\r\n" + ("10000\r\n" + "a" * 65536 + "\r\n") * 20 + "0\r\n\r\n"]:
        status = raw(data.encode(), close=False)
        expect(status in (0, 400, 404, 413, 414, 431), f"a long request: status {status}")


def try_mutations():
    """Requests with bytes changed, added and left out: each has an answer that is no error of the server."""
    dice = random.Random(19)
    seeds = [
        "GET /v1/compare?id=ie-nqf:8&id=de-nqf:6&asOf=2026-11-23 HTTP/1.1\r\nHost: x\r\nAccept: text/csv;q=0.5\r\n\r\n",
        "GET /v1/search?q=K%C3%B6ch&lang=ar HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"a\", W/\"b\"\r\n\r\n",
        "GET /v1/list?in=isco-08&limit=10&offset=20&format=csv HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /v1/compare?purpose=study HTTP/1.1\r\nHost: x\r\nContent-Type: application/jsonl\r\nContent-Length: 36\r\n"
        "\r\n{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}\n",
        "OPTIONS /v1/explain HTTP/1.1\r\nHost: x\r\nOrigin: https://example.org\r\n\r\n",
        "GET /v1/explain?from=isco-88:7233&to=isco-08:7233&maxSteps=8 HTTP/1.1\r\nHost: x\r\n\r\n",
    ]
    words = [b"%00", b"%ff", b"..", b"\x00", b"&", b"=", b"%", b"\"", b"'", b"*", b"\r\n", b"\xff", b"A" * 300, b"-1",
             b"99999999999999999999", b"%F0%9F%98%80", b"(", b":", b"NEAR/9", b" OR ", b"%E2%80%AE", b"id=", b"@2013"]
    counts, slowest = {}, 0.0
    for number in range(MUTATIONS):
        data = bytearray(dice.choice(seeds).encode())
        # Most changes leave the head what it is, so that the question is reached.
        inside = dice.random() < 0.8
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(data))
            if inside:
                start, end = data.find(b" /") + 2, data.find(b" HTTP")
                if not 1 < start < end:
                    break
                at = dice.randrange(start, end)
            change = dice.randrange(4)
            if change == 0:
                data[at] = dice.randrange(256)
            elif change == 1:
                data[at:at] = dice.choice(words)
            elif change == 2:
                del data[at:at + dice.randint(1, 8)]
            else:
                data[at:at + 1] = dice.choice(words)
        begun = time.time()
        try:
            status = raw(bytes(data), wait=30.0)
        except (socket.timeout, TimeoutError):
            status = -1
        slowest = max(slowest, time.time() - begun)
        counts[status] = counts.get(status, 0) + 1
        if status < 0 or status >= 500:
            expect(False, f"mutation {number}: status {status}: {bytes(data)!r}")
    print(f"mutated requests: {MUTATIONS}, by status: {dict(sorted(counts.items()))}, slowest: {slowest:.1f} s")


def try_slow_clients():
    """Clients that dribble do not keep others waiting, and are left after a while."""
    slow = []
    for number in range(64):
        connection = socket.create_connection((HOST, PORT))
        connection.sendall(b"GET /v1/compare?id=eqf:5 HTTP/1.1\r\nHost: x\r\n" if number % 2 else
                           b"POST /v1/compare HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 999\r\n\r\nfrom")
        slow.append(connection)
    begun, ends = time.time(), time.time() + 3
    times = []
    while time.time() < ends:
        start = time.time()
        status, _, _ = get("/v1/compare?id=ie-nqf:8&id=de-nqf:6")
        times.append(time.time() - start)
        expect(status == 200, f"beside slow clients: status {status}")
    left = 0
    while time.time() < begun + 25 and slow:
        for connection in list(slow):
            connection.settimeout(0.05)
            try:
                connection.sendall(b"X") if time.time() < begun + 15 else None
                while connection.recv(4096):
                    pass
                gone = True
            except (socket.timeout, TimeoutError):
                gone = False
            except OSError:
                gone = True
            if gone:
                slow.remove(connection)
                left += 1
    expect(not slow, f"slow clients that are still served after 25 s: {len(slow)}")
    print(f"slow clients: 64, left by the server: {left}; others: {len(times)} answers, slowest {max(times) * 1000:.0f} ms")


for check in [compare_with_the_program, compare_batches_with_the_program, try_paths, try_sizes, try_mutations, try_slow_clients]:
    check()
status, headers, _ = get("/healthz")
expect(status == 200, "the server answers at the end")
sys.exit(1 if failures else 0)
