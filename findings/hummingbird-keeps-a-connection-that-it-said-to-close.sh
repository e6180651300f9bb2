#!/bin/sh
# What is surprising: a handler of Hummingbird 2 that answers with 'Connection: close' sends that field, and then
# leaves the connection open and serves the next request on it. By RFC 9112, section 9.6, who sends that field
# closes the connection after the response. Only a request that asks for it has its connection closed.
#
# Who meets it: whoever wants to be rid of a client (one that is slow, or sends too much) in the one way that
# HTTP/1.1 has, and clients that wait for the end of the connection. A channel handler that closes after such a
# response mends it.
set -eu
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
server=
cd "$folder"
mkdir -p Sources/Closing
cat > Package.swift <<'SWIFT'
// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Closing",
  dependencies: [
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Closing",
      dependencies: [
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ])
  ])
SWIFT
cat > Sources/Closing/main.swift <<'SWIFT'
import HTTPTypes
import Hummingbird

let router = Router()
router.get("/") { _, _ in
  Response(status: .ok, headers: [.connection: "close"], body: .init(byteBuffer: .init(string: "hello")))
}
let port = Int(CommandLine.arguments[1])!
try await Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
).runService()
SWIFT
swift --version 2>/dev/null | head -1
swift build > log 2>&1 || { tail -5 log; exit 1; }
swift package show-dependencies 2>/dev/null | grep -o 'hummingbird<[^>]*>' | head -1
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
.build/debug/Closing "$port" > log 2>&1 &
server=$!

python3 - "$port" <<'PYTHON'
import socket, sys, time

for _ in range(50):
    try:
        client = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=3)
        break
    except ConnectionRefusedError:
        time.sleep(0.1)

def ask():
    """The response to one request, and whether the server closed the connection after it."""
    client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    response = b""
    while True:
        try:
            part = client.recv(4096)
        except TimeoutError:
            return response.decode(), False
        if not part:
            return response.decode(), True
        response += part

response, is_closed = ask()
print(response.replace("\r\n", "\n"))
print("closed within 3 seconds:", is_closed)
if is_closed:
    sys.exit("the behaviour has changed")
again, _ = ask()
print("a second request on the same connection:", again.split("\r\n")[0])
PYTHON
