internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import NIOPosix
internal import PasserelleServer
internal import Synchronization

/// Turns a request of Hummingbird into one of the site, and its answer back.
///
/// What the site knows already is answered at once; all else by threads of its own, so that one who asks much
/// does not keep others from being heard.
final class SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  private let opened: Site
  private let moved = AtomicLazyReference<Moved>()
  private let pool: NIOThreadPool
  private let log: RequestLog?
  private let waiting = Atomic(0)
  /// How many questions may wait for a thread; more are told to come again.
  private static let mostWaiting = 128
  /// How long a client may take to send a body.
  private static let bodyTime = Duration.seconds(10)
  /// How long a batch may take, with a client that reads slowly.
  private static let batchTime = Duration.seconds(300)

  init(site: Site, pool: NIOThreadPool, log: RequestLog?) {
    (opened, self.pool, self.log) = (site, pool, log)
  }

  /// The site at another address, which was not known when it was opened.
  private final class Moved: Sendable {
    let site: Site
    init(_ site: Site) { self.site = site }
  }

  private var site: Site { moved.load()?.site ?? opened }

  /// Says where clients reach the site, before the first of them comes.
  func move(to baseURL: String) { _ = moved.storeIfNil(Moved(opened.reached(at: baseURL))) }

  func respond(to request: Request, context: Context) async throws -> Response {
    let begun = ContinuousClock.now
    var asked: ServerRequest?
    var answer: ServerResponse
    do {
      let read = try ServerRequest(request)
      asked = read
      answer = try await self.answer(to: read, with: request.body)
    } catch let problem as Problem {
      answer = site.response(to: problem, of: asked)
    }
    let door = asked.flatMap { site.door(at: $0.path) }?.name ?? "none"
    let time = ContinuousClock.now - begun
    site.metrics.count(door, status: answer.status, bytes: answer.body.count, took: time)
    log?.note(request.method, door: door, status: answer.status, bytes: answer.body.count, time)
    return answer.more == nil ? Response(answer) : Response(answer, more: more(of: answer))
  }

  private func answer(
    to request: ServerRequest, with body: RequestBody
  ) async throws -> ServerResponse {
    if let ready = site.readyAnswer(to: request) { return ready }
    var request = request
    if request.method != "GET", request.method != "HEAD" {
      request.body = try await bytes(of: body, at: request)
    }
    return try await working { [site, request] in site.answer(request) }
  }

  /// Works on a thread, if not too many wait for one.
  private func working<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
    guard waiting.wrappingAdd(1, ordering: .relaxed).newValue <= Self.mostWaiting else {
      throw Problem.busy
    }
    return try await pool.runIfActive(work)
  }

  private func bytes(of body: RequestBody, at request: ServerRequest) async throws -> [UInt8] {
    let most = site.door(at: request.path)?.longestBody(at: request.path) ?? 0
    if let length = request.headers["content-length"].flatMap({ Int($0) }), length > most {
      throw Problem.tooLong("body", 413).closing
    }
    return try await withThrowingTaskGroup { group in
      group.addTask {
        do {
          return Array(try await body.collect(upTo: most).readableBytesView)
        } catch is NIOTooManyBytesError {
          throw Problem.tooLong("body", 413).closing
        }
      }
      group.addTask {
        try await Task.sleep(for: Self.bodyTime)
        throw Problem(408, "too-slow", "the body did not come in time").closing
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  /// The pieces of a body that is made while it is sent; whoever reads too slowly is left.
  private func more(of answer: ServerResponse) -> ResponseBody {
    let end = ContinuousClock.now + Self.batchTime
    return ResponseBody { [self] writer in
      if !answer.body.isEmpty { try await writer.write(ByteBuffer(bytes: answer.body)) }
      while let piece = try await working({ [site] in try site.more(of: answer) }) {
        guard ContinuousClock.now < end else { throw CancellationError() }
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
  }
}

extension ServerRequest {
  /// The request, as far as its head has come.
  fileprivate init(_ request: Request) throws(Problem) {
    try self.init(
      method: request.method.rawValue, target: request.head.path ?? "",
      headers: Dictionary(
        request.headers.map { ($0.name.canonicalName, $0.value) },
        uniquingKeysWith: { "\($0), \($1)" }))
  }
}

extension Problem {
  /// The problem, after which nothing more is read from the client.
  fileprivate var closing: Problem {
    var problem = self
    problem.headers["Connection"] = "close"
    return problem
  }
}

extension Response {
  /// The answer of the site, as Hummingbird sends it.
  fileprivate init(_ response: ServerResponse, more: ResponseBody? = nil) {
    var headers = HTTPFields()
    headers.reserveCapacity(response.headers.count)
    for (name, value) in response.headers {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let whole =
      response.body.isEmpty
      ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body))
    self.init(status: .init(code: response.status), headers: headers, body: more ?? whole)
    // The answer to HEAD has the length of what is not sent.
    if let length = response.headers["Content-Length"] { self.headers[.contentLength] = length }
  }
}
