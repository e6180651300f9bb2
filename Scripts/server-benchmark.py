"""Measures passerelle-server beside other servers on this machine, in pairs: a busy machine is slow for both.

python3 Scripts/server-benchmark.py FOLDER SECONDS MINUTES DATASETTE

FOLDER has the release build of 'passerelle', 'passerelle-server' and 'ConstantServer'. SECONDS is how long one
measurement takes, MINUTES how long the memory is watched. PARTS, a list of names with commas, limits what is measured.
"""

import os, re, shutil, socket, sqlite3, statistics, subprocess, sys, tempfile, threading, time
import urllib.parse, urllib.request

BUILT, SECONDS, MINUTES, DATASETTE = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
OURS, CONSTANT, PEER = 8090, 8091, 8092
QUESTION = "/v1/compare?id=ie-nqf:8&id=de-nqf:6&asOf=2026-11-23"
ROUNDS = int(os.environ.get("ROUNDS", "5"))
work = tempfile.mkdtemp()
servers = []


def start(command, port, environment=None):
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=open(f"{work}/{port}", "w"),
                              env={**os.environ, **(environment or {})})
    servers.append(server)
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        if server.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit(f"{command[0]} does not listen: {open(f'{work}/{port}').read()[-400:]}")


def get(port, target):
    return urllib.request.urlopen(f"http://127.0.0.1:{port}{target}", timeout=60).read()


# One measurement.

PAUSES = """
local from, to = {0}, {1}
function delay() return math.random(from, to) end
"""
# Questions that were not asked before: the tail of an address makes each another one.
OTHERS = """
local codes = {%s}
local number = 0
function request()
  number = number + 1
  local first = codes[number %% #codes + 1]
  local second = codes[math.floor(number / #codes) * 7 %% #codes + 1]
  local day = string.format("20%%02d-%%02d-%%02d", 20 + number %% 6, 1 + number %% 12, 1 + number %% 28)
  return wrk.format("GET", "/v1/compare?id=" .. first .. "&id=" .. second .. "&asOf=" .. day)
end
"""


def ask(port, target, seconds=SECONDS, connections=16, script=None):
    """Requests a second and the 50th and 99th percentile in milliseconds, as wrk has them."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", f"http://127.0.0.1:{port}{target}"]
    if script:
        path = f"{work}/{abs(hash(script))}.lua"
        open(path, "w").write(script)
        command[1:1] = ["-s", path]
    text = subprocess.run(command, capture_output=True, text=True).stdout
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60000.0}

    def percentile(name):
        number, word = re.search(rf"{name}%\s+([\d.]+)(us|ms|s|m)", text).groups()
        return float(number) * unit[word]

    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: (.*)", text)
    if failed or errors:
        print("  not answered:", failed.group(1) if failed else "", errors.group(1) if errors else "")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1)), percentile(50), percentile(99)


def processor(server):
    """The seconds of processor time that a server has taken so far: they tell more than the clock on a busy machine."""
    fields = open(f"/proc/{server.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cost(server, target_port, target, script=None):
    """Microseconds of processor time for each answer."""
    begun = processor(server)
    taken = ask(target_port, target, script=script)
    return taken + (1e6 * (processor(server) - begun) / (taken[0] * SECONDS),)


def pairs(first, second, rounds=ROUNDS):
    """Both one after the other, several times."""
    taken = [(first(), second()) for _ in range(rounds)]
    for one, other in taken:
        print(f"  {one[0]:9.0f} and {other[0]:9.0f} a second; p99 {one[2]:7.2f} and {other[2]:7.2f} ms")
    return taken


def median_ratio(taken, of):
    ratios = [of(one, other) for one, other in taken]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def at_rate(rate, connections=32):
    """A script that asks so many times a second, more or less."""
    pause = 1000 * connections / rate
    return PAUSES.format(max(0, int(pause) - 1), max(1, int(pause) + 1))


# What is measured.

def constant():
    print("== the server, then a constant of the same length")
    ours, other = servers[:2]
    taken = pairs(lambda: cost(ours, OURS, QUESTION), lambda: cost(other, CONSTANT, "/"))
    print("microseconds of processor time for an answer: "
          f"{statistics.median(one[3] for one, _ in taken):.0f} and {statistics.median(two[3] for _, two in taken):.0f}")
    print(f"ratio: {median_ratio(taken, lambda one, other: one[0] / other[0])}, at least 0.50")
    return statistics.median(one[0] for one, _ in taken)


def half_load(most):
    print("== at half of its load, then the constant at the same rate")
    script = at_rate(most / 2)
    taken = pairs(lambda: ask(OURS, QUESTION, connections=32, script=script),
                  lambda: ask(CONSTANT, "/", connections=32, script=script))
    print(f"p99: {statistics.median(one[2] for one, _ in taken):.2f} ms, below 10; of the constant: "
          f"{statistics.median(other[2] for _, other in taken):.2f} ms")


def questions():
    print("== other questions, warm")
    for target in ["/v1/search?q=bachelor", "/v1/about", "/compare?id=ie-nqf:8&id=de-nqf:6", "/corridor?from=PH&to=DE"]:
        begun = time.time()
        length = len(get(OURS, target))
        first = 1000 * (time.time() - begun)
        rate, half, last = ask(OURS, target, seconds=max(2, SECONDS // 3))
        print(f"  {target}: {length} bytes; first {first:.0f} ms; then {rate:.0f} a second, p99 {last:.2f} ms")


def codes():
    lines = [get(OURS, f"/v1/list?in={name}&format=csv").decode().split("\r\n")[1:] for name in
             ["ie-nqf", "de-nqf", "gb-scqf", "pl-nqf", "fr-nqf", "eqf"]]
    return [line.split(",")[0] for rows in lines for line in rows if ":" in line.split(",")[0]][:200]


def peer():
    print("== questions that were not asked before, then datasette with the same look-up")
    # A copy, with an index that its plan needs and ours does not: our nodes are found by a hash.
    store = f"{work}/graph.db"
    with sqlite3.connect(f"{work}/data/graph.db") as ours, sqlite3.connect(store) as copy:
        ours.backup(copy)
        copy.execute("create index node_name on node (framework, code)")
    sql = ("select n.framework, n.code, l.relation, o.framework, o.code, d.title, d.publisher, d.date, d.url, l.line "
           "from node n join link l on l.subject = n.id join node o on o.id = l.object "
           "left join document d on d.id = l.document "
           "where (n.framework = :a and n.code = :b) or (n.framework = :c and n.code = :d)")
    query = urllib.parse.urlencode({"sql": sql, "a": "ie-nqf", "b": "8", "c": "de-nqf", "d": "6", "_shape": "array"})
    start([DATASETTE, "serve", "-i", store, "--port", str(PEER)], PEER)
    print(f"  rows of datasette: {get(PEER, f'/graph.json?{query}').count(b'relation')}")
    script = OTHERS % ", ".join(f'"{code}"' for code in codes())
    taken = pairs(lambda: ask(OURS, "/", script=script), lambda: ask(PEER, f"/graph.json?{query}"), 3)
    print(f"ratio, new questions: {median_ratio(taken, lambda one, other: one[0] / other[0])}, at least 5")
    taken = pairs(lambda: ask(OURS, QUESTION), lambda: ask(PEER, f"/graph.json?{query}"), 3)
    print(f"ratio, a question asked before: {median_ratio(taken, lambda one, other: one[0] / other[0])}")
    servers.pop().kill()


class SlowClients:
    """Half of them dribble a request, half take a long answer a few bytes at a time; those that are left come again."""

    def __init__(self, number):
        self.ended, self.threads = False, []
        for index in range(number):
            self.threads.append(threading.Thread(target=self.dribble if index % 2 else self.sip, daemon=True))

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        time.sleep(1)

    def __exit__(self, *_):
        self.ended = True
        for thread in self.threads:
            thread.join()

    def connected(self):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(2)
        connection.connect(("127.0.0.1", OURS))
        return connection

    def dribble(self):
        while not self.ended:
            try:
                with self.connected() as connection:
                    connection.sendall(f"GET {QUESTION} HTTP/1.1\r\nHost: x\r\nX: ".encode())
                    while not self.ended:
                        connection.sendall(b"x")
                        time.sleep(0.5)
            except OSError:
                time.sleep(0.1)

    def sip(self):
        while not self.ended:
            try:
                with self.connected() as connection:
                    connection.sendall(b"GET /v1/list?in=isco-08 HTTP/1.1\r\nHost: x\r\n\r\n")
                    while not self.ended and connection.recv(64):
                        time.sleep(0.5)
            except OSError:
                time.sleep(0.1)


def slow_clients(most):
    print("== at half of its load, without and with 64 slow clients")
    script = at_rate(most / 2)

    def alone():
        return ask(OURS, QUESTION, connections=32, script=script)

    def beside():
        with SlowClients(64):
            return alone()

    taken = pairs(alone, beside)
    print(f"ratio of p99: {median_ratio(taken, lambda one, other: other[2] / one[2])}, at most 1.20")


def memory(server):
    line = next(line for line in open(f"/proc/{server.pid}/status") if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def memory_over_time(server):
    print(f"== memory over {MINUTES:g} minutes of questions, most of them new")
    script = OTHERS % ", ".join(f'"{code}"' for code in codes()) + PAUSES.format(50, 150)
    ended, seen, counted = time.time() + 60 * MINUTES, [], []

    def load():
        while time.time() < ended:
            counted.append(10 * ask(OURS, "/", seconds=10, connections=4, script=script)[0])
            for target in ["/corridor?from=PH&to=DE", "/atlas", "/v1/list?in=isco-08", "/v1/search?q=meister"]:
                get(OURS, f"{target}{'&' if '?' in target else '?'}asOf=2026-11-{int(time.time()) % 28 + 1:02d}")

    thread = threading.Thread(target=load)
    thread.start()
    while thread.is_alive():
        seen.append(memory(server))
        thread.join(5)
    minutes = [seen[index:index + 12] for index in range(0, len(seen), 12)]
    print(f"  {sum(counted):.0f} questions; MB, the most in each minute:", " ".join(f"{max(part):.0f}" for part in minutes if part))


def main():
    data = {"PASSERELLE_DATA": f"{work}/data"}
    subprocess.run([f"{BUILT}/passerelle", "stats"], stdout=subprocess.DEVNULL, check=True, env={**os.environ, **data})
    server = start([f"{BUILT}/passerelle-server", "--port", str(OURS)], OURS, data)
    length = len(get(OURS, QUESTION))
    start([f"{BUILT}/ConstantServer", str(CONSTANT), str(length)], CONSTANT)
    get(CONSTANT, "/")
    print(f"an answer has {length} bytes; memory: {memory(server):.0f} MB; load of the machine: {os.getloadavg()}")
    parts = os.environ.get("PARTS", "constant,half,slow,questions,peer,memory").split(",")
    time.sleep(1.5)
    most = constant() if "constant" in parts else float(os.environ.get("MOST", "8000"))
    if "half" in parts: half_load(most)
    if "slow" in parts: slow_clients(most)
    if "questions" in parts: questions()
    if "peer" in parts and os.access(DATASETTE, os.X_OK): peer()
    print(f"memory: {memory(server):.0f} MB")
    if "memory" in parts: memory_over_time(server)


try:
    main()
finally:
    for server in servers:
        server.kill()
    shutil.rmtree(work)
